fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/place.c");
    let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    let mut build = cc::Build::new();
    if std::env::var_os("CARGO_FEATURE_FIXED").is_some() {
        build.flag(&format!("-ffile-prefix-map={folder}=."));
    }
    build.file(format!("{folder}/src/place.c")).compile("place");
}
