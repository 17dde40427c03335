fn main() {
    println!("run-path");
}
