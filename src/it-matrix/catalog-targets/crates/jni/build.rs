fn main() {
    cc::Build::new().file("src/answer.c").compile("c_answer");
    println!("cargo:rerun-if-changed=src");
}
