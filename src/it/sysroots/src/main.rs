fn main() {
    for line in linked::report() {
        println!("{line}");
    }
    println!("tls {}", linked::tls());
}
