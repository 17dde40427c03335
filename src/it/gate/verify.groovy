import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import io.github.rustcross.maven.it.ReportJson

def it = new ItSupport(basedir, localRepositoryPath)
def gnu = 'x86_64-unknown-linux-gnu'
def musl = 'x86_64-unknown-linux-musl'
def windows = 'x86_64-pc-windows-gnu'
def mac = 'aarch64-apple-darwin'

// Of each crate: its target, its binary, what the message says, the cause, the fix that the profile `fixed` applies.
def rules = [
  'malformed': [musl, 'gate-malformed',
    ~/malformed: ELF section headers at offset 0x[0-9a-f]+: 0x[0-9a-f]+ bytes do not fit, file ends at 0x[0-9a-f]+/,
    'The file was cut off or damaged after it was linked', 'Take tools that change it out (-Clinker, '],
  'format': [windows, 'gate-format.exe',
    ~/format: shared-library; promised is executable/,
    'link arguments change what is linked', 'look for link arguments in build scripts and flags'],
  'machine': [musl, 'gate-machine',
    ~/machine: aarch64, 64 bits, little-endian; promised is x86_64, 64 bits, little-endian/,
    'A file of another target lies in its place: a tool behind the linker, or a cache, put it there',
    'Take such tools out (-Clinker, '],
  'abi': [musl, 'gate-abi',
    ~/\(OS\/ABI\): abi: 9; promised is 0 or 3/,
    'link arguments name another system', "and the linker's -m out of the link arguments"],
  'cpu': ['thumbv6m-none-eabi', 'gate-cpu',
    ~/\(CPU architecture\): cpu: 13; promised is 11 or 12/,
    '-Ctarget-cpu or -Ctarget-feature in rustflags', 'Take the flag out'],
  'linkage': [musl, 'gate-linkage',
    ~/linkage: dynamic; promised is static/,
    'A build script or a flag changes how the crate is linked', 'rustc-link-lib=dylib in build scripts'],
  'loader': [gnu, 'gate-loader',
    ~/loader: \/nix\/store\/glibc-2\.40\/lib\/ld-linux-x86-64\.so\.2; promised is \/lib64\/ld-linux-x86-64\.so\.2/,
    'The linker belongs to another platform or distribution', 'take -Wl,--dynamic-linker out of the link arguments'],
  'library': [gnu, 'gate-library',
    ~/library: needs libanswer\.so; promised is libraries of the platform, and those in rust\.verify\.allow/,
    'machines that lack it cannot load the file; the build script of package gate-library links it',
    '-Drust.verify.allow=libanswer.so'],
  'glibc': [gnu, 'gate-glibc',
    ~/glibc: 2\.29; promised is 2\.17 or older/,
    ~/The file needs pow@GLIBC_2\.29; package gate-glibc brings it in: libanswer\.a\([0-9a-f]+-answer\.o\)\./,
    "Take this machine's own libraries and folders (/usr/lib, what pkg-config says) out of what build scripts hand to the linker"],
  'symbol-version': [gnu, 'gate-symbol-version',
    ~/symbol-version: CXXABI_1\.3\.15; promised is CXXABI_1\.3\.7 or older/,
    ~/The file needs __cxa_call_terminate@CXXABI_1\.3\.15, newer than what systems with glibc 2\.17 have; package gate-symbol-version brings it in: libanswer\.a\([0-9a-f]+-answer\.o\)\./,
    'Link the C++ library statically'],
  'position': [gnu, 'gate-position',
    ~/position: for a fixed address; promised is position independent/,
    'A flag such as -Crelocation-model=static', 'Take the flag out of rustflags'],
  'run-path': [gnu, 'gate-run-path',
    ~/run-path: \/opt\/lib; promised is .ORIGIN, /,
    'A build script or link argument adds the folder', 'or make it relative to the file, such as $ORIGIN'],
  'static-tls': [gnu, 'libgate_static_tls.so',
    ~/static-tls: DF_STATIC_TLS, \d+ bytes; promised is none/,
    'Code was compiled with -ftls-model=initial-exec', 'compile with -ftls-model=global-dynamic'],
  'stack': [musl, 'gate-stack',
    ~/stack: executable; promised is not-executable/,
    'or -z execstack is among the link arguments', 'take -z execstack out of the link arguments'],
  'text-relocation': [gnu, 'libgate_text_relocation.so',
    ~/text-relocation: DT_TEXTREL; promised is none/,
    'Objects that are not position independent were linked', '(the cc crate: .pic(true)), and take -z notext out'],
  'hardening': [windows, 'gate-hardening.exe',
    ~/hardening: no dynamic-base; promised is dynamic-base/,
    'Link arguments switch it off', 'Take the link argument that switches dynamic-base off out'],
  'subsystem': [windows, 'gate-subsystem.exe',
    ~/subsystem: 1; promised is 2 or 3/,
    'A link argument asks for another one than 2, a window of its own, or 3, the console', 'Take the link argument -Wl,--subsystem out'],
  'minimum-os': [mac, 'gate-minimum-os',
    ~/minimum-os: macos 14\.0; promised is macos 11\.0 or older/,
    'an overlay of the catalog names a newer version', "promise it in an overlay, as minimumOs under the target's machO"],
  'signature': [mac, 'gate-signature',
    ~/signature: signed ad hoc, hashes of pages wrong: 1 of \d+; promised is all page hashes right/,
    'A tool changed the file after it was linked', 'Take the tool out (-Clinker, '],
  'install-name': [mac, 'libgate_install_name.dylib',
    ~/install-name: \/.*\/libgate_install_name\.dylib; promised is @rpath\/\* or /,
    'The linker wrote where the library was built',
    'println!("cargo:rustc-cdylib-link-arg=-Wl,-install_name,@rpath/libgate_install_name.dylib");'],
  'import': ['wasm32-wasip1', 'gate-import.wasm',
    ~/import: imports env\.answer; promised is wasi_snapshot_preview1/,
    '#[link(wasm_import_module)] says that the host has it', 'or leave the code out for this target'],
  'member': ['aarch64-unknown-linux-musl', 'libgate_member.a',
    ~/\(answer\.o\): member: elf, x86_64, 64 bits, little-endian; promised is elf, aarch64, 64 bits, little-endian/,
    'A build script added objects of another platform', 'Check what the build script compiles and with which compiler'],
  'jni-none': [gnu, 'libgate_jni_none.so',
    ~/jni-none: nothing that the JVM could call; promised is Java_… functions or JNI_OnLoad, because io\.github\.rustcross\.it\.Answer\.answer\(\) is a native method/,
    'The functions are not exported', '#[unsafe(no_mangle)] pub extern "system" fn Java_io_github_rustcross_it_Answer_answer('],
  'jni-method': [gnu, 'libgate_jni_method.so',
    ~/jni-method: no function for io\.github\.rustcross\.it\.Answer\.question\(\); promised is Java_io_github_rustcross_it_Answer_question/,
    'throws UnsatisfiedLinkError', 'Export it: #[unsafe(no_mangle)] pub extern "system" fn Java_io_github_rustcross_it_Answer_question('],
  'jni-symbol': [gnu, 'libgate_jni_symbol.so',
    ~/jni-symbol: Java_io_github_rustcross_it_Answer_question is no method's; promised is a native method for each function/,
    'No class has the native method', 'or take it out'],
  'leftover': [gnu, 'META-INF/native/linux-x86_64/libgate_leftover.so',
    ~/leftover: made by another build; promised is what this build made/,
    "would go into the project's jar", 'take it out of src/main/resources'],
  'build-path': [musl, 'gate-build-path',
    ~/build-path: \/.*\/src\/place\.c; promised is none/,
    "C's __FILE__", 'Compile C with -ffile-prefix-map=<folder>=.'],
]
def code = { rule -> "RC-VERIFY-${rule.toUpperCase().replace('-', '_')}".replace('_', '-') as String }
def says = { text, part -> part instanceof String ? text.contains(part) : text =~ part }
def log = it.log()
def broken = log.invocation(1)
def fixed = log.invocation(2)

rules.each { name, words ->
  def (triple, file, message, cause, fix) = words
  def execution = name == 'machine' ? '/second' : ''
  def report = it.report("$name/target/rust-cross$execution")
  def target = report.target(triple)
  def problems = target.path('problems').toList() + report.json().path('problems').toList()
  def first = problems[0]
  assert problems.collect { it.path('code').asText() }.unique() == [code(name)]
  def text = first.path('message').asText()
  assert text.contains(file)
  assert says(text, message)
  assert says(text, cause)
  assert says(first.path('suggestion').asText(), fix)
  // Maven says it too.
  assert broken.readLines().any { it.contains("gate-$name: ${code(name)}: ") && says(it, message) }
  assert says(broken, cause)
  ItSupport.contains(broken, first.path('suggestion').asText())

  // What is wrong in a leftover is not what was built.
  if (name != 'leftover') {
    assert report.statuses() == [(triple): 'failed']
    assert target.path('artifacts').isEmpty()
    assert report.files(triple) == []
  }
  assert !(broken =~ /Installing .*\/gate-$name-1\.0/)

  def mended = it.report("$name/fixed/rust-cross$execution")
  assert mended.statuses() == [(triple): 'built']
  assert ReportJson.codes(mended.target(triple)) == []
  assert ReportJson.codes(mended.json()) == []
  ItSupport.checkFile(mended, mended.artifact(triple))
  assert fixed =~ /Installing .*\/gate-$name-1\.0-/
}
assert broken =~ /Installing .*\/gate-stale-1\.0-/

// What users have to have is told of what was let pass.
def library = it.report('library/fixed/rust-cross').artifact(gnu)
assert library.path('runtimeDependencies').collect { it.asText() } == ['libanswer.so']

// Levels: a warning, and the file is there; nothing at all; another target's switch.
['glibc': gnu, 'position': gnu, 'stack': musl, 'leftover': gnu].each { name, triple ->
  def report = it.report("$name/warned/rust-cross")
  assert report.statuses() == [(triple): 'built']
  assert report.files(triple).size() == 1
  assert log.invocation(3).readLines().any { it.contains("[WARNING] ${code(name)}: ") }
  assert log.invocation(3) =~ /Installing .*\/gate-$name-1\.0-/
}
assert ReportJson.codes(it.report('position/warned/rust-cross').target(gnu)) == ['RC-VERIFY-POSITION']
assert ReportJson.codes(it.report('position/off/rust-cross').target(gnu)) == []
ItSupport.lacks(log.invocation(4), 'RC-VERIFY')
assert it.report('position/other/rust-cross').statuses() == [(gnu): 'failed']

// cargo finds everything fresh when the C is changed, until the build script names it.
def nested = new NestedMaven(basedir, localRepositoryPath, mavenHome)
ItSupport.prints(it.report('stale/target/rust-cross').binary(musl), '42\n')
def source = new File(basedir, 'stale/src/answer.c')
source.text = source.text.replace('42', '43')
assert nested.start('stale.log', '-pl', 'stale', 'package').waitFor() == 1
def stale = new File(basedir, 'stale.log').text
def line = 'println!("cargo:rerun-if-changed=src/answer.c");'
ItSupport.contains(stale, "RC-VERIFY-STALE: $musl/gate-stale (src/answer.c): stale: " +
    'compiled before src/answer.c was changed; promised is newer than its sources')
ItSupport.contains(stale, 'the build script of gate-stale tells it what to watch')
ItSupport.contains(stale, "Print it in build.rs: $line")
assert it.report('stale/target/rust-cross').statuses() == [(musl): 'failed']
assert it.report('stale/target/rust-cross').files(musl) == []
def script = new File(basedir, 'stale/build.rs')
script.text = script.text.replace('fn main() {\n', "fn main() {\n    $line\n")
nested.run('stale', 'mended.log', 'package')
ItSupport.prints(it.report('stale/target/rust-cross').binary(musl), '43\n')
true
