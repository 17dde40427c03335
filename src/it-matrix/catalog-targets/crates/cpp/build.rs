use std::path::Path;

fn main() {
    let mut cpp = cc::Build::new();
    cpp.cpp(true).file("src/answer.cpp");
    // gcc's C++ library is no part of the platforms: it is linked statically, as zig does by itself.
    let printed = cpp
        .get_compiler()
        .to_command()
        .arg("-print-file-name=libstdc++.a")
        .output()
        .expect("the compiler runs");
    let path = String::from_utf8_lossy(&printed.stdout).trim().to_string();
    let library = Path::new(&path);
    if library.is_absolute() {
        cpp.cpp_link_stdlib(None);
    }
    cpp.compile("cpp_answer");
    cc::Build::new().file("src/answer.c").compile("c_answer");
    if let (true, Some(folder)) = (library.is_absolute(), library.parent()) {
        println!("cargo:rustc-link-search=native={}", folder.display());
        println!("cargo:rustc-link-lib=static=stdc++");
    }
    println!("cargo:rerun-if-changed=src");
}
