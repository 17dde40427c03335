use std::thread::sleep;
use std::time::Duration;

/// Takes longer than a person on a terminal has to wait for a sign of life.
fn main() {
    println!("cargo:rerun-if-changed=slow");
    if std::path::Path::new("slow").exists() {
        sleep(Duration::from_secs(11));
    }
}
