include!("../record.rs");

fn main() {
    record("macros");
}
