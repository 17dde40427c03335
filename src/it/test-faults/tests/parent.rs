//! Ends the process that started it.

use std::process::Command;

#[test]
fn kills_its_parent() {
    let parent = std::os::unix::process::parent_id().to_string();
    assert!(Command::new("kill").args(["-KILL", &parent]).status().unwrap().success());
    std::thread::sleep(std::time::Duration::from_secs(3000));
}
