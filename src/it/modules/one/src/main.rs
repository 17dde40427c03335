fn main() {
    println!("one on {}", std::env::consts::OS);
}
