use std::process::Command;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/answer.c");
    if std::env::var_os("CARGO_FEATURE_FIXED").is_some() {
        cc::Build::new().file("src/answer.c").compile("answer");
        return;
    }
    let out = std::env::var("OUT_DIR").unwrap();
    let object = format!("{out}/answer.o");
    let library = format!("{out}/libanswer.a");
    run(Command::new("cc").args(["-c", "src/answer.c", "-o", &object]));
    run(Command::new("ar").args(["rcs", &library, &object]));
    println!("cargo:rustc-link-search=native={out}");
    println!("cargo:rustc-link-lib=static=answer");
}

fn run(command: &mut Command) {
    assert!(command.status().unwrap().success());
}
