fn main() {
    println!("right with assertions: {}", cfg!(debug_assertions));
}
