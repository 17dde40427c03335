fn main() {
    for line in linked::report() {
        println!("{line}");
    }
    // A symbol of zlib is needed by name, so that the linker keeps the library.
    println!("{}", unsafe { libz_sys::zlibCompileFlags() } != 0);
}
