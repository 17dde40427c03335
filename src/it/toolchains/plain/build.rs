include!("../full/record.rs");

fn main() {
    record("plain");
    cc::Build::new().file("../full/src/answer.c").compile("answer_c");
}
