import io.github.rustcross.maven.it.FailingBuilds

def version = (new File(basedir, 'build.log').text =~ /rust-cross-maven-plugin:([^:\s]+):targets/)[0][1]
def builds = new FailingBuilds(basedir, localRepositoryPath, mavenHome, version)
def arm = 'aarch64-unknown-linux-gnu'
def armMusl = 'aarch64-unknown-linux-musl'
def amd = 'x86_64-unknown-linux-gnu'
def musl = 'x86_64-unknown-linux-musl'
def msvc = 'x86_64-pc-windows-msvc'
def mingw = 'x86_64-pc-windows-gnu'
def mac = 'aarch64-apple-darwin'
def power = 'powerpc-unknown-linux-gnu'
def own = '.cargo/config.toml'

/** What stands in .cargo/config.toml of a target. */
def config = { String triple, String lines -> "[target.$triple]\n$lines\n".toString() }

/** As plain cargo would build: nothing of the catalog's. */
def plain = { String id, String triple -> builds.of(id, triple).option('-Drust.crossToolchain=cargo') }

/** A build script that does something beside the build, as those of others do. */
def script = { String commands -> """\
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let status = std::process::Command::new("sh").arg("-c").arg(r#"$commands"#).status().unwrap();
    assert!(status.success(), "it failed");
}
""".toString() }

/** A build script that links libanswer.a of a folder; the program calls what is in it. */
def linked = { String folder -> """\
fn main() {
    println!("cargo::rustc-link-search=native={}/$folder", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    println!("cargo::rustc-link-lib=static=answer");
}
""".toString() }
def calling = '''\
extern "C" { fn answer(x: i32) -> i32; }
fn main() {
    println!("{}", unsafe { answer(1) });
}
'''
/** Compiles a library as somebody else did, long before. */
def archive = { String compiler, String file, String folder ->
  "mkdir -p $folder && $compiler -c $file -o $folder/a.o && rm -f $folder/libanswer.a && ar rc $folder/libanswer.a $folder/a.o".toString()
}

builds.check {
  plain('linker-not-found', arm)
      .file(own, config(arm, 'linker = "aarch64-nope-gcc"'))
      .fails('the linker aarch64-nope-gcc is not on this machine')
      .follow(1)
      .follow(0).without(own).works()
}
builds.check {
  plain('msvc-link-exe', msvc)
      .fails("Microsoft's link.exe, which rustc takes for $msvc, is not on this machine".toString())
      .follow(1).works()
}
builds.check {
  plain('foreign-obj-bfd', arm)
      .file(own, config(arm, 'linker = "gcc"'))
      .fails("a linker of this machine was given objects of $arm".toString())
      .without(own).follow(1).works()
}
builds.check {
  plain('foreign-obj-lld', arm)
      .file(own, config(arm, 'linker = "clang"\nrustflags = ["-Clink-arg=-fuse-ld=lld"]'))
      .fails("a compiler of this machine links for elf64-x86-64, and was given objects of $arm".toString())
      .without(own).follow(0).works()
}
builds.check {
  plain('m64-unrecognised', amd)
      .file(own, config(amd, 'linker = "aarch64-linux-gnu-gcc"'))
      .fails('a compiler for another processor was called with -m64, which only compilers for x86 know')
      .without(own).follow(1).works()
}
builds.check {
  plain('apple-needs-clang', mac)
      .fails("a gcc was called to link for $mac, and does not know Apple's option -arch".toString())
      .follow(0).works()
}
builds.check {
  plain('apple-no-sdk-warning', mac)
      .file(own, config(mac, 'linker = "clang"'))
      .fails('there is no MacOSX SDK on this machine')
      .without(own).follow(0).works()
}
builds.check {
  builds.of('apple-framework', mac)
      .file('src/main.rs', '''\
#[link(name = "Security", kind = "framework")]
extern "C" { fn SecRandomCopyBytes(a: *const u8, n: usize, b: *mut u8) -> i32; }
fn main() { unsafe { SecRandomCopyBytes(std::ptr::null(), 0, std::ptr::null_mut()); } }
''')
      .fails("Security of Apple's SDK is not on this machine")
}
builds.check {
  plain('msvc-no-sdk-libs', msvc)
      .file(own, config(msvc, 'linker = "rust-lld"'))
      .fails("kernel32.lib of Microsoft's SDK is not where the linker looks")
      .follow(1).works()
}
builds.check {
  plain('mingw-libs-missing', mingw)
      .file(own, config(mingw, 'linker = "rust-lld"'))
      .fails("the import library of Windows's kernel32 is not on this machine")
      .follow(1)
      .without(own).follow(0).works()
}
builds.check {
  plain('libgcc-s-missing', arm)
      .file(own, config(arm, 'linker = "rust-lld"'))
      .fails("the linker finds no libgcc_s for $arm".toString())
      .without(own).follow(1).works()
}
builds.check {
  plain('android-libgcc', 'aarch64-linux-android')
      .file(own, config('aarch64-linux-android', 'linker = "rust-lld"'))
      .file('build.rs', 'fn main() { println!("cargo::rustc-link-lib=gcc"); }')
      .fails("the linker finds no libgcc for aarch64-linux-android")
}
builds.check {
  plain('bsd-lib-missing', 'x86_64-unknown-freebsd')
      .fails('the linker finds no libexecinfo, which is a library of freebsd')
      .follow(0).works()
}
builds.check {
  plain('crt-objects-missing', 'i686-unknown-linux-gnu')
      .fails('the compiler has no C library for i686-unknown-linux-gnu (Scrt1.o is missing)')
      .follow(1)
      .follow(0).works()
}
builds.check {
  plain('incompatible-skipped', arm)
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('gcc', 'answer.c', 'here')).shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'there'))
      .file('build.rs', linked('here').replace('static=answer', 'answer'))
      .file('src/main.rs', calling)
      .fails("x is not for $arm, and the linker finds no other -lanswer".toString())
}
builds.check {
  plain('dlltool', mingw)
      .file(own, config(mingw, 'rustflags = ["-Cdlltool=/nowhere/dlltool"]'))
      .file('src/main.rs', '''\
#[link(name = "kernel32", kind = "raw-dylib")]
extern "system" { fn GetCurrentProcessId() -> u32; }
fn main() { println!("{}", unsafe { GetCurrentProcessId() }); }
''')
      .fails("rustc needs /nowhere/dlltool for $mingw, and cannot run it: No such file or directory (os error 2)".toString())
      .without(own).follow(1).follow(0).works()
}
builds.check {
  builds.of('no-std-target', 'thumbv6m-none-eabi')
      .without('src/main.rs').file('src/lib.rs', '#[no_mangle]\npub extern "C" fn answer() -> String { String::new() }\n')
      .edit('Cargo.toml', '[workspace]', '[lib]\ncrate-type = ["staticlib"]\n\n[workspace]')
      .fails('thumbv6m-none-eabi has no operating system and so no standard library, but the crate uses std')
      .without('src/lib.rs').follow(0, 'src/lib.rs', [:]).works()
}
builds.check {
  builds.of('unknown-triple', musl)
      .file('build.rs', script("rustc --target ${amd}.2.17 --print cfg"))
      .fails("rustc knows no target '${amd}.2.17'".toString())
      .without('build.rs').follow(0).works()
}
builds.check {
  builds.of('lld-feature-unstable', arm)
      .file(own, config(arm, 'rustflags = ["-Clinker-features=-lld"]'))
      .fails("the flag -Clinker-features=-lld is not stable for $arm".toString())
      .without(own).follow(0, own, [:]).works()
}
builds.check {
  plain('flavor-unstable', musl)
      .file(own, config(musl, 'rustflags = ["-Clinker-flavor=gnu-lld", "-Clinker=rust-lld"]'))
      .fails('the linker flavour gnu-lld cannot be used with a stable Rust')
      .file(own, config(musl, 'linker = "rust-lld"')).follow(0, own, [:]).works()
}
builds.check {
  plain('cdylib-crt-static', musl)
      .without('src/main.rs').file('src/lib.rs', '#[no_mangle]\npub extern "C" fn answer() -> i32 { 42 }\n')
      .edit('Cargo.toml', '[workspace]', '[lib]\ncrate-type = ["cdylib"]\n\n[workspace]')
      .fails("rustc left the cdylib out, because it links $musl statically".toString())
      .follow(0).works()
}
builds.check {
  plain('cc-tool-missing', armMusl)
      .dependencies('[build-dependencies]\ncc = "1"')
      .file('build.rs', 'fn main() { cc::Build::new().file("answer.c").compile("answer"); }\n')
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .file('src/main.rs', calling)
      .fails("a crate compiles C for $armMusl, and the compiler aarch64-linux-musl-gcc is not on this machine".toString())
      .follow(0).works()
}
builds.check {
  def build = plain('pkg-config-cross', arm)
      .dependencies('[build-dependencies]\npkg-config = "0.3"')
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('build.rs', 'fn main() { pkg_config::probe_library("answer").unwrap_or_else(|e| panic!("{e}")); }\n')
      .file('src/main.rs', calling)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'sysroot/usr/lib'))
      .file('sysroot/usr/lib/pkgconfig/answer.pc', 'Name: answer\nDescription: the answer\nVersion: 1\nLibs: -L/usr/lib -lanswer\n')
  build.fails('a crate looks for a library of the system, and pkg-config knows those of this machine only')
      .follow(1, '', ['/path/to/sysroot': "${build.folder()}/sysroot".toString()]).works()
}
builds.check {
  def build = plain('syslib-missing', arm)
      .dependencies('[build-dependencies]\npkg-config = "0.3"')
      .file(own, config(arm, 'linker = "aarch64-linux-gnu-gcc"'))
      .file('build.rs', 'fn main() { pkg_config::probe_library("answer").unwrap_or_else(|e| panic!("{e}")); }\n')
      .file('src/main.rs', calling)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'sysroot/usr/lib'))
      .file('sysroot/usr/lib/pkgconfig/answer.pc', 'Name: answer\nDescription: the answer\nVersion: 1\nLibs: -L/usr/lib -lanswer\n')
      .variable('PKG_CONFIG_SYSROOT_DIR', '/nowhere').variable('PKG_CONFIG_LIBDIR', '/nowhere')
  build.fails("the crate app needs the library answer, which pkg-config does not find for $arm".toString())
      .follow(1, '', ['/path/to/sysroot': "${build.folder()}/sysroot".toString()]).works()
}
builds.check {
  builds.of('isoc23', arm)
      .file('answer.c', 'extern long __isoc23_strtol(const char *, char **, int);\nint answer(int x) { return x + __isoc23_strtol("41", 0, 10); }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('__isoc23_strtol is missing, which only glibc 2.38 and newer have')
      .follow(1).works()
}
builds.check {
  builds.of('glibc-wrapper-symbols', arm)
      .file('answer.c', '#include <sys/random.h>\nint answer(int x) { return getrandom(&x, 1, 0); }\n')
      .shell(archive('aarch64-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('getrandom is missing in the C library that is linked')
      .follow(0).works()
}
builds.check {
  builds.of('outline-atomics', armMusl)
      .file('answer.c', 'int answer(int x) { static int n; return __atomic_fetch_add(&n, x, __ATOMIC_ACQ_REL); }\n')
      .shell(archive('aarch64-linux-gnu-gcc -moutline-atomics', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails("__aarch64_ldadd4_acq_rel is missing, a helper of gcc's for atomic operations")
}
builds.check {
  builds.of('libatomic', power).option('-Drust.crossToolchain=gcc')
      .file('answer.c', 'long long n;\nint answer(int x) { return __atomic_fetch_add(&n, x, __ATOMIC_ACQ_REL); }\n')
      .shell(archive('powerpc-linux-gnu-gcc', 'answer.c', 'prebuilt'))
      .file('build.rs', linked('prebuilt')).file('src/main.rs', calling)
      .fails('__atomic_fetch_add_8 is missing, an atomic operation that the processor does not have')
      .follow(1).works()
}
builds.check {
  builds.of('libstdcxx-mix', arm)
      .file('answer.cpp', '#include <string>\nextern "C" int answer(int x) { std::string s(x, \'c\'); s += "abc"; return s.size(); }\n')
      .shell(archive('aarch64-linux-gnu-g++', 'answer.cpp', 'prebuilt'))
      .file('build.rs', linked('prebuilt').replace('static=answer");', 'static=answer");\n    println!("cargo::rustc-link-lib=static=stdc++");').replace('\n    println!("cargo::rustc-link-lib=static=stdc++");', ''))
      .file('src/main.rs', calling)
      .fails('C++ code was compiled for another C++ library than the one that is linked')
      .follow(1).follow(0).works()
}
builds.check {
  builds.of('zig-linker-arg', arm)
      .file('build.rs', 'fn main() {\n    println!("cargo::rustc-link-arg=-Wl,--cref");\n}\n').file(own, '')
      .fails("zig's linker does not know the option --cref")
      .follow(0).follow(2).follow(1).works()
}
builds.check {
  plain('cargo-subcommand-missing', musl)
      .file('build.rs', script('cargo zigbuild'))
      .fails('cargo has no command zigbuild here')
      .without('build.rs').follow(0).works()
}
builds.check {
  builds.of('apt-loongarch', 'loongarch64-unknown-linux-gnu')
      .file('build.rs', script('apt-get install --simulate gcc-loongarch64-linux-gnu'))
      .fails('this distribution has no package gcc-loongarch64-linux-gnu')
}
builds.check {
  builds.of('strip-foreign', arm)
      .file('answer.c', 'int answer(int x) { return x + 41; }\n')
      .file('build.rs', script('aarch64-linux-gnu-gcc -g -c answer.c -o answer.o && strip -g answer.o'))
      .fails("this machine's strip was given a file of $arm".toString())
}
builds.finish()
