fn main() {
    println!("position");
}
