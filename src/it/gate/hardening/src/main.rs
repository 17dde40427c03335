fn main() {
    println!("hardening");
}
