include!("../full/record.rs");

fn main() {
    record("pure");
}
