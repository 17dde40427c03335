extern "C" {
    fn answer() -> i32;
}

fn text() -> String {
    itoa::Buffer::new().format(unsafe { answer() }).to_string()
}

fn main() {
    println!("C says {}", text());
}

#[test]
fn says_42() {
    assert_eq!(text(), "42");
}
