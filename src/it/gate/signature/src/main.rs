fn main() {
    println!("VERSION-TO-COME");
}
