fn main() {
    println!("{}", linked::report());
}
