fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/answer.c");
    let out = std::env::var("OUT_DIR").unwrap();
    let status = cc::Build::new()
        .get_compiler()
        .to_command()
        .args(["-shared", "-Wl,-soname,libanswer.so", "-o"])
        .arg(format!("{out}/libanswer.so"))
        .arg("src/answer.c")
        .status()
        .unwrap();
    assert!(status.success());
    println!("cargo:rustc-link-search=native={out}");
    println!("cargo:rustc-link-lib=dylib=answer");
}
