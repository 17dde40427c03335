#![no_std]
#![no_main]

extern "C" {
    fn answer(seed: i32) -> i32;
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}

#[no_mangle]
pub extern "C" fn _start() -> ! {
    let answer = unsafe { answer(21) };
    loop {
        core::hint::black_box(answer);
    }
}
