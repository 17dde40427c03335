fn main() {
    println!("{:?}", full::answers());
}
