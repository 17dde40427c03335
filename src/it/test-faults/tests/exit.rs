//! Ends the program with success before its tests are through.

#[test]
fn leaves_early() {
    std::process::exit(0);
}
