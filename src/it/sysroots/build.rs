use std::{env, path::PathBuf};

fn main() {
    // libclang reads the headers of the target's system, not of this machine.
    bindgen::Builder::default()
        .header("src/system.h")
        .allowlist_function("zlibVersion")
        .allowlist_var("ZLIB_VERSION|POINTER_BYTES")
        .generate()
        .expect("the headers can be read")
        .write_to_file(PathBuf::from(env::var("OUT_DIR").unwrap()).join("system.rs"))
        .expect("the bindings can be written");
    // A C++ compiler that finds them too.
    cc::Build::new().cpp(true).file("src/names.cpp").compile("names");
    println!("cargo:rerun-if-changed=src");
}
