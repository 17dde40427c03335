fn main() {
    println!("Rust says 42 on {}-{}", std::env::consts::ARCH, std::env::consts::OS);
}
