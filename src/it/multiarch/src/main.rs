fn main() {
    assert!(linked::tls());
    println!("{}", linked::report());
}
