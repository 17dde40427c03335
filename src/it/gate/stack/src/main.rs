fn main() {
    println!("stack");
}
