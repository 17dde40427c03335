fn main() {
    println!("format");
}
