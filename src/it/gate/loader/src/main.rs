fn main() {
    println!("loader");
}
