fn main() {
    println!("machine");
}
