fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var_os("CARGO_FEATURE_FIXED").is_some() {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libgate_install_name.dylib");
    }
}
