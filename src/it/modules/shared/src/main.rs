fn main() {
    println!("shared on {}", std::env::consts::OS);
}
