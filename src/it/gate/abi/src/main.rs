fn main() {
    println!("abi");
}
