fn main() {
    println!("malformed");
}
