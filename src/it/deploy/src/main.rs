fn main() {
    println!("out of the repository");
}
