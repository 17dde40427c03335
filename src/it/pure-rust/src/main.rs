fn main() {
    println!("nothing but Rust on {}", std::env::consts::OS);
}
