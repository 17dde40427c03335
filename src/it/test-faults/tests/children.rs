//! Leaves processes behind that hold its output open.

use std::process::Command;

#[test]
fn leaves_children() {
    Command::new("sh").args(["-c", "sleep 3000 & sleep 3000"]).spawn().unwrap();
}
