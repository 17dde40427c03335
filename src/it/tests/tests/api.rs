#[test]
fn adds() {
    assert_eq!(portable::add(20, 22), 42);
}

#[test]
fn sees_what_cargo_tells_tests() {
    assert_eq!(std::env::var("CARGO_PKG_NAME").unwrap(), "portable");
}
