fn main() {
    println!("minimum-os");
}
