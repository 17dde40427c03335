include!("record.rs");

fn main() {
    record("build-script");
    cc::Build::new().file("src/answer.c").compile("answer");
    // As long as a file of that name is there, but no longer than two minutes.
    let wait = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("wait");
    if wait.exists() {
        println!("cargo:rerun-if-changed=wait");
        std::fs::write(wait.with_file_name("started"), "").unwrap();
    }
    for _ in 0..1200 {
        if !wait.exists() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
}
