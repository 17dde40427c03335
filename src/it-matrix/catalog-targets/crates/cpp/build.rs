fn main() {
    cc::Build::new().cpp(true).file("src/answer.cpp").compile("cpp_answer");
    cc::Build::new().file("src/answer.c").compile("c_answer");
    println!("cargo:rerun-if-changed=src");
}
