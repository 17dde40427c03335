fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/answer.c");
    cc::Build::new().file("src/answer.c").compile("answer");
    if std::env::var_os("CARGO_FEATURE_FIXED").is_none() {
        println!("cargo:rustc-link-arg={}", newer());
    }
}

/// What lies on the machine that builds: a library of a newer system than the target promises.
fn newer() -> String {
    let library = format!("{}/libm.so.6", std::env::var("OUT_DIR").unwrap());
    let status = cc::Build::new()
        .get_compiler()
        .to_command()
        .args(["-shared", "-nostdlib", "-Wl,-soname,libm.so.6"])
        .args(["-Wl,--version-script=newer/libm.map", "newer/libm.c", "-o", &library])
        .status()
        .unwrap();
    assert!(status.success());
    library
}
