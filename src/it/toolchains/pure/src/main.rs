fn main() {
    println!("pure {}", std::env::args().count());
}
