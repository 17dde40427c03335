//! A project of CMake's that looks for OpenSSL by itself and for ALSA with pkg-config.

fn main() {
    let built = cmake::build("names");
    println!("cargo:rustc-link-search=native={}/lib", built.display());
    println!("cargo:rustc-link-lib=static=names");
    for library in ["crypto", "asound"] {
        println!("cargo:rustc-link-lib=dylib={library}");
    }
    println!("cargo:rerun-if-changed=names");
}
