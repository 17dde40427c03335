include!("record.rs");

fn main() {
    record("build-script");
    cc::Build::new().file("src/answer.c").compile("answer");
    // What would compile C that runs on the host while another target is built.
    let host = std::env::var("HOST").unwrap();
    let compiler = cc::Build::new().target(&host).host(&host).get_compiler();
    write("host-compiler", &format!("{:?} {:?}", compiler.path(), compiler.args()));
    // cargo tells build scripts of the flags of their target.
    let flags = std::env::var("CARGO_ENCODED_RUSTFLAGS").unwrap_or_default();
    println!("cargo:rustc-env=FLAGS={}", flags.replace('\u{1f}', " "));
}
