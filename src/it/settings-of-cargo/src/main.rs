fn main() {
    println!("one={} two={}", cfg!(feature = "one"), cfg!(feature = "two"));
}
