fn main() {
    println!("server on {}", std::env::consts::OS);
}
