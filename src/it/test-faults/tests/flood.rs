//! Prints a gigabyte, without a single line end.

use std::io::Write;

#[test]
fn floods() {
    let mut raw = std::fs::OpenOptions::new().write(true).open("/dev/stderr").unwrap();
    let block = vec![b'x'; 1 << 20];
    for _ in 0..1024 {
        raw.write_all(&block).unwrap();
    }
}
