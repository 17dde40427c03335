#![no_std]
#![no_main]

extern "C" {
    fn c_answer(half: i32) -> i32;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[no_mangle]
pub extern "C" fn _start() -> ! {
    let answer = unsafe { c_answer(21) };
    loop {
        core::hint::black_box(answer);
    }
}
