//! One test takes the program with it; the others have results all the same.

#[test]
fn a_passes() {}

#[test]
fn m_crashes() {
    std::thread::sleep(std::time::Duration::from_millis(300));
    unsafe { std::ptr::null_mut::<u8>().write_volatile(1) };
}

#[test]
fn z_fails() {
    std::thread::sleep(std::time::Duration::from_millis(600));
    panic!("as it should");
}
