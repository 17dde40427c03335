#[cfg(not(feature = "fixed"))]
#[link(wasm_import_module = "env")]
extern "C" {
    fn answer() -> i32;
}

#[cfg(feature = "fixed")]
unsafe fn answer() -> i32 {
    42
}

fn main() {
    println!("{}", unsafe { answer() });
}
