import io.github.rustcross.catalog.TargetCatalog
import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ModuleFolders
import io.github.rustcross.maven.it.StandIns
import java.nio.file.Files

def base = basedir.toPath()
def standIns = new StandIns(base.resolve('stand-ins'))
// Blanks, because users have them too.
def sdks = Files.createDirectories(base.resolve('the sdks'))

// zig has another C++ library than gcc, and another word for a static program that can be loaded anywhere.
def ownWords = '''\
for argument do
  shift
  case "$argument" in -lstdc++) argument=-lc++ ;; -static-pie) argument=-pie ;; esac
  set -- "$@" "$argument"
done'''

def muslCross = sdks.resolve('musl-cross')
['x86_64', 'aarch64'].each { arch ->
  def program = { String name -> muslCross.resolve("bin/$arch-linux-musl-$name") }
  def triple = "$arch-unknown-linux-musl".toString()
  standIns.compiler(program('gcc'), triple, 'cc', ownWords)
  standIns.compiler(program('g++'), triple, 'c++', ownWords)
  ['ar', 'ranlib'].each { standIns.program(program(it), triple, it) }
}

// Of two versions the older one refuses; the newer one looks whether it is called as osxcross has to be.
def osxcross = sdks.resolve('osxcross')
Files.createDirectories(osxcross.resolve('lib'))
['MacOSX9.3.sdk', 'MacOSX13.3.sdk'].each { sdk ->
  ['usr/lib', 'System/Library/Frameworks'].each { Files.createDirectories(osxcross.resolve("SDK/$sdk/$it")) }
}
StandIns.script(osxcross.resolve('bin/osxcross-conf'), 'exit 0\n')
def called = """\
fail() { echo "\$0: \$1" >&2; exit 1; }
case ":\$LD_LIBRARY_PATH:" in ":$osxcross/lib:"*) ;; *) fail "LD_LIBRARY_PATH is \$LD_LIBRARY_PATH" ;; esac
[ "\$(command -v osxcross-conf)" = "$osxcross/bin/osxcross-conf" ] || fail "PATH is \$PATH"
"""
def withSdk = called + """\
[ "\$SDKROOT" = "$osxcross/SDK/MacOSX13.3.sdk" ] || fail "SDKROOT is \$SDKROOT"
"""
['x86_64', 'aarch64'].each { arch ->
  def program = { String version, String name -> osxcross.resolve("bin/$arch-apple-darwin$version-$name") }
  def triple = "$arch-apple-darwin".toString()
  ['clang', 'clang++', 'ar', 'ranlib'].each { StandIns.script(program('9.4', it), 'exit 1\n') }
  standIns.compiler(program('22.4', 'clang'), triple, 'cc', withSdk)
  standIns.compiler(program('22.4', 'clang++'), triple, 'c++', withSdk)
  ['ar', 'ranlib'].each { standIns.program(program('22.4', it), triple, it, called) }
}

// The C library of Android is its own: here an empty one of that name, and nothing of another is linked.
def ndk = sdks.resolve('ndk')
def llvm = ndk.resolve('toolchains/llvm/prebuilt/linux-x86_64/bin')
def bionic = ndk.resolve('toolchains/llvm/prebuilt/linux-x86_64/sysroot/libc.so')
def android = """\
libc='$bionic'
""" + '''\
api=
for argument do
  shift
  case "$argument" in
    --target=aarch64-linux-android21) api=21; continue ;;
    --target=* | -l*) continue ;;
  esac
  set -- "$@" "$argument"
done
[ "$api" = 21 ] || { echo "$0 is called without an API level" >&2; exit 1; }
case " $* " in *" -c "*) ;; *) set -- "$@" -nostdlib -Wl,--no-as-needed "$libc" ;; esac'''
Files.createDirectories(bionic.parent)
def empty = Files.writeString(base.resolve('empty.c'), '')
Exec.output(base, [:], [standIns.called('aarch64-unknown-linux-musl', 'linker'), '-shared', '-nostdlib',
    '-Wl,-soname,libc.so', "$empty", '-o', "$bionic"].collect { it.toString() })
standIns.compiler(llvm.resolve('clang'), 'aarch64-unknown-linux-musl', 'cc', android)
standIns.compiler(llvm.resolve('clang++'), 'aarch64-unknown-linux-musl', 'c++', android)
['ar', 'ranlib'].each { standIns.program(llvm.resolve("llvm-$it"), 'aarch64-unknown-linux-musl', it) }
def overlay = new File(basedir, 'overlay.yaml')
overlay.text = TargetCatalog.bundled().find('aarch64-linux-android').present ? 'schemaVersion: 1\n' : '''\
schemaVersion: 1
targets:
  aarch64-linux-android:
    family: linux
    description: 64-bit ARM Android
    tier: 2
    platform: { arch: aarch64, os: android, env: "", pointerWidth: 64 }
    binary: { machine: 183, linkage: { cdylib: dynamic } }
    names: { classifier: android-aarch_64, ndk: aarch64-linux-android, ndkApi: "21", ndkPageSize: "16384" }
    groups: [all]
    toolchains: [{ use: ndk }]
    runners: []
'''

// clang-cl and the linker are real; the libraries are those of MinGW in the other format, the C library has just
// what is asked for here.
def xwin = sdks.resolve('xwin')
def compiler = new File('/usr/lib').listFiles().findAll { it.name =~ /^llvm-\d+$/ }.collect { new File(it, 'bin/clang-cl') }.find { it.exists() }
def run = { List command -> Exec.output(base, [:], command.collect { it.toString() }) }
['crt/include', 'crt/lib/x86_64', 'sdk/include/ucrt', 'sdk/include/um', 'sdk/include/shared', 'sdk/lib/um/x86_64', 'sdk/lib/ucrt/x86_64'].each {
  Files.createDirectories(xwin.resolve(it))
}
['kernel32', 'ntdll', 'userenv', 'ws2_32', 'dbghelp', 'advapi32', 'bcrypt'].each { library ->
  def archive = "/usr/x86_64-w64-mingw32/lib/lib${library}.a"
  def names = run(['nm', '--defined-only', archive]).readLines().collect { it.split(' ') }
      .findAll { it.size() == 3 && it[1] == 'T' && it[2] =~ /^[A-Za-z]\w*$/ }.collect { it[2] }.unique()
  def definitions = base.resolve("${library}.def").toFile()
  definitions.text = "LIBRARY ${library}.dll\nEXPORTS\n" + names.collect { "  $it\n" }.join()
  run(['llvm-dlltool', '-m', 'i386:x86-64', '-d', definitions, '-l', xwin.resolve("sdk/lib/um/x86_64/${library}.lib")])
}
xwin.resolve('crt/include/string.h').toFile().text = '''\
#include <stddef.h>
#ifdef __cplusplus
extern "C"
#endif
size_t strlen(const char *text);
'''
xwin.resolve('crt/include/new').toFile().text = '''\
#include <stddef.h>
namespace std { struct nothrow_t {}; extern const nothrow_t nothrow; }
void *operator new(size_t size, const std::nothrow_t &) noexcept;
void operator delete(void *place, size_t size) noexcept;
'''
def parts = ['crt.c', 'operators.cpp'].collect { file ->
  def object = base.resolve(file + '.obj')
  run([compiler, '--target=x86_64-pc-windows-msvc', '/c', '/O1', '/Zl', '/GS-', '-fno-builtin', "/imsvc$xwin/crt/include",
      "/Fo$object", "--", base.resolve("stand-in-crt/$file")])
  object
}
run(['llvm-lib', "/out:$xwin/crt/lib/x86_64/msvcrt.lib"] + parts)
['vcruntime', 'oldnames', 'legacy_stdio_definitions'].each {
  run(['llvm-lib', '/machine:x64', "/out:$xwin/crt/lib/x86_64/${it}.lib"] + [parts[0]])
}
run(['llvm-lib', '/machine:x64', "/out:$xwin/sdk/lib/ucrt/x86_64/ucrt.lib", parts[0]])

// Debian's packages for arm64, unpacked: a sysroot. It is kept, because apt takes a while.
def sysroot = ModuleFolders.target().resolve('sysroot-arm64')
if (!Files.exists(sysroot)) {
  def apt = Files.createDirectories(ModuleFolders.target().resolve('sysroot-arm64-packages'))
  ['state/lists/partial', 'cache/archives/partial', 'root'].each { Files.createDirectories(apt.resolve(it)) }
  Files.write(apt.resolve('status'), new byte[0])
  def options = ["Dir::State=$apt/state", "Dir::State::status=$apt/status", "Dir::Cache=$apt/cache",
      'APT::Architecture=arm64', 'APT::Architectures=arm64', 'APT::Sandbox::User=root'].collectMany { ['-o', it] }
  Exec.output(apt, [:], (['apt-get', '-qq'] + options + ['update']).collect { it.toString() })
  Exec.output(apt, [:], (['apt-get', '-qq'] + options + ['download', 'libc6-dev', 'libc6', 'libgcc-s1', 'libgcc-12-dev',
      'libstdc++-12-dev', 'libstdc++6', 'linux-libc-dev']).collect { it.toString() })
  apt.toFile().listFiles().findAll { it.name.endsWith('.deb') }.each { run(['dpkg-deb', '-x', it, apt.resolve('root')]) }
  Files.move(apt.resolve('root'), sysroot)
}

new File(basedir, 'test.properties').text = [
  muslCross: muslCross, osxcross: osxcross, ndk: ndk, xwin: xwin, sysroot: sysroot, overlay: overlay,
].collect { name, path -> "it.$name=$path\n" }.join()
true
