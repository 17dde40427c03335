fn main() {
    println!("subsystem");
}
