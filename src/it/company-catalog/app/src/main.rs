fn main() {
    println!("hello from the company");
}
