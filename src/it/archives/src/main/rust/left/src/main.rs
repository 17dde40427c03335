fn main() {
    println!("left with assertions: {}", cfg!(debug_assertions));
}
