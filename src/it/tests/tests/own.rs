//! A test without Rust's harness.

fn main() {
    println!("checked: {}", portable::add(1, 1));
    assert_eq!(portable::add(1, 1), 2);
}
