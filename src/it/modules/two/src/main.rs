fn main() {
    println!("two on {}", std::env::consts::ARCH);
}
