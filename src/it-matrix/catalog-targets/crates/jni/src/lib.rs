use std::ffi::c_void;

extern "C" {
    fn c_answer(half: i32) -> i32;
}

/// `Probe.answer()` of `jvm/Probe.java`.
#[no_mangle]
pub extern "system" fn Java_Probe_answer(_env: *mut c_void, _class: *mut c_void) -> i32 {
    unsafe { c_answer(21) }
}
