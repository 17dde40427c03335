import io.github.rustcross.maven.it.ItSupport
import java.nio.file.Files

def log = new File(basedir, 'build.log').text.replaceAll(/\u001b\[[0-9;]*m/, '')
def plan = log.substring(0, log.indexOf('BUILD SUCCESS'))
def root = basedir.toPath().toString()

/** What `plan` said of a module's targets: variables, flags, and what was found, by triple. */
def planned = { String module ->
  def text = plan.split(/\d of \d: plan in /).find { it.startsWith("toolchains-$module ") }
  assert text.contains('cargo invocation'): text
  def targets = [:]
  def target = null
  text.readLines().collect { it.replaceFirst(/^\[INFO] /, '') }.each { line ->
    def triple = line =~ /^  ([a-z0-9_]+(?:-[a-z0-9_]+)+)$/
    if (line.startsWith('cargo invocation') || line.startsWith('  for all targets')) {
      target = null
    } else if (triple.matches()) {
      target = targets.computeIfAbsent(triple.group(1), { [variables: [:], flags: [], found: [:]] })
    } else if (target != null) {
      def flag = line =~ /^    rustflag (.*)   \[(.*)]$/
      def found = line =~ /^    ([a-z+]+): (.*), by (.*)   \[(.*)]$/
      def variable = line =~ /^    ([A-Za-z0-9_-]+)=(.*)   \[(.*)]$/
      if (flag.matches()) {
        target.flags << flag.group(1)
      } else if (found.matches()) {
        target.found[found.group(1)] = found.group(2)
      } else if (variable.matches()) {
        target.variables[variable.group(1)] = variable.group(2)
      }
    }
  }
  return targets
}

/** What a build script saw. */
def recorded = { String module, String script ->
  def variables = [:]
  new File(basedir, "$module/target/recorded/${script}.txt").eachLine { line ->
    def parts = line =~ /^"(.*?)"="(.*)"$/
    if (parts.matches()) {
      variables[parts.group(1)] = parts.group(2).replace('\\"', '"').replace('\\\\', '\\')
    }
  }
  return variables
}

/** Variables that mean any target, or tools themselves: those of a toolchain must not be among them. */
def general = [
  'CC', 'CXX', 'AR', 'RANLIB', 'CFLAGS', 'CXXFLAGS', 'LDFLAGS', 'RUSTFLAGS', 'TARGET_CC', 'TARGET_CXX', 'TARGET_AR',
  'TARGET_CFLAGS', 'HOST_CC', 'HOST_CXX', 'HOST_AR', 'SDKROOT', 'CXXSTDLIB', 'CROSS_COMPILE',
]

/** Every variable of the plan arrived, nothing of it under a name that is not the target's. */
def compare = { String module, String crate, Map toolchains ->
  def report = new ItSupport(basedir, localRepositoryPath).report("$module/target/rust-cross")
  assert report.statuses() == toolchains.collectEntries { triple, name -> [triple, 'built'] }
  def plans = planned(module)
  toolchains.each { triple, name ->
    assert report.toolchain(triple) == name
    def seen = recorded(module, "$crate-$triple")
    plans[triple].variables.each { variable, value ->
      assert seen[variable] == value: "$triple: $variable"
    }
    def scripts = [seen]
    if (new File(basedir, "$module/target/recorded/macros-x86_64-unknown-linux-gnu.txt").exists()) {
      scripts << recorded(module, 'macros-x86_64-unknown-linux-gnu')
    }
    scripts.each { variables ->
      general.each { assert !variables.containsKey(it): "$triple: $it" }
      // The SDKs lie below the project.
      ['PATH', 'LD_LIBRARY_PATH'].each { assert !variables.getOrDefault(it, '').contains('the sdks') }
    }
    report.artifacts(triple).each { ItSupport.checkFile(report, it) }
  }
  return plans
}

/** What a program says, where it can be run here. */
def says = { String module, String triple, String file, String text ->
  def binary = basedir.toPath().resolve("$module/target/rust-cross/$triple/$file")
  assert Files.exists(binary)
  if (ItSupport.isRunnable(binary)) {
    def printed = ItSupport.run(binary)
    assert printed.empty || printed.get().trim() == text
  }
}

// Real: gcc for five processors, MinGW for both of Windows, zig.
def gnu = compare('gnu', 'full', [
  'x86_64-unknown-linux-gnu': 'zig', 'aarch64-unknown-linux-gnu': 'gcc', 'armv7-unknown-linux-gnueabihf': 'gcc',
  'i686-unknown-linux-gnu': 'gcc', 'riscv64gc-unknown-linux-gnu': 'gcc', 's390x-unknown-linux-gnu': 'gcc',
  'x86_64-pc-windows-gnu': 'mingw', 'i686-pc-windows-gnu': 'mingw',
])
gnu.keySet().each { says('gnu', it, it.contains('windows') ? 'say.exe' : 'say', '(5, 42)') }
assert gnu['aarch64-unknown-linux-gnu'].variables.CC_aarch64_unknown_linux_gnu == '/usr/bin/aarch64-linux-gnu-gcc'
assert gnu['aarch64-unknown-linux-gnu'].flags.any { it ==~ '-Clink-arg=-L/usr/lib/gcc-cross/aarch64-linux-gnu/\\d+' }
assert gnu['i686-pc-windows-gnu'].flags.contains('-Cdlltool=/usr/bin/i686-w64-mingw32-dlltool')

// Stand-ins for musl-cross-make and osxcross, one SDK for both processors. They refuse to run without what they need.
def musl = compare('musl', 'full', [
  'x86_64-unknown-linux-musl': 'musl-cross', 'aarch64-unknown-linux-musl': 'musl-cross',
  'x86_64-apple-darwin': 'osxcross', 'aarch64-apple-darwin': 'osxcross',
])
says('musl', 'x86_64-unknown-linux-musl', 'say', '(5, 42)')
says('musl', 'aarch64-unknown-linux-musl', 'say', '(5, 42)')
assert musl['x86_64-unknown-linux-musl'].variables.CC_x86_64_unknown_linux_musl ==
    "$root/the sdks/musl-cross/bin/x86_64-linux-musl-gcc"
def darwin = musl['aarch64-apple-darwin']
assert darwin.found.folder == "$root/the sdks/osxcross"
assert darwin.found.cc == "$root/the sdks/osxcross/bin/aarch64-apple-darwin22.4-clang"
assert darwin.variables.CARGO_TARGET_AARCH64_APPLE_DARWIN_LINKER.endsWith('/aarch64-apple-darwin22.4-clang')
assert darwin.flags.containsAll(['-Clink-arg=-undefined', '-Clink-arg=dynamic_lookup'])

// clang with a real sysroot; clang-cl and rustc's own linker with a stand-in for Microsoft's files; an NDK's stand-in.
def sdk = compare('sdk', 'full', [
  'aarch64-unknown-linux-gnu': 'clang', 'x86_64-pc-windows-msvc': 'xwin', 'aarch64-linux-android': 'ndk',
])
assert sdk['aarch64-linux-android'].variables.CC_aarch64_linux_android.endsWith('/aarch64-linux-android21-clang')
assert sdk['aarch64-linux-android'].flags.contains('-Clink-arg=-Wl,-z,max-page-size=16384')
assert sdk['x86_64-pc-windows-msvc'].variables.CARGO_TARGET_X86_64_PC_WINDOWS_MSVC_LINKER == 'rust-lld'
assert sdk['x86_64-pc-windows-msvc'].flags.contains("-Lnative=$root/the sdks/xwin/crt/lib/x86_64".toString())

// musl's own wrapper, rustc's own linker, and the user's own configuration, to which nothing is added.
compare('plain', 'plain', ['x86_64-unknown-linux-musl': 'musl-gcc + rust-lld'])
says('plain', 'x86_64-unknown-linux-musl', 'plain', 'C 5')
compare('pure', 'pure', ['x86_64-unknown-linux-musl': 'rust-lld', 'wasm32-wasip1': 'rust-lld'])
says('pure', 'x86_64-unknown-linux-musl', 'pure', 'pure 1')
def own = compare('own', 'own', ['aarch64-unknown-linux-gnu': 'cargo'])
assert own['aarch64-unknown-linux-gnu'].variables == [:]
assert !recorded('own', 'own-aarch64-unknown-linux-gnu').keySet().any { it.endsWith('_aarch64_unknown_linux_gnu') }
says('own', 'aarch64-unknown-linux-gnu', 'own', 'C 5 true')

// A plain ld finds libgcc_s where gcc has it.
def ld = compare('ld', 'pure', ['aarch64-unknown-linux-gnu': 'gcc'])
assert ld['aarch64-unknown-linux-gnu'].flags.any { it ==~ '-Clink-arg=-L/usr/lib/gcc-cross/aarch64-linux-gnu/\\d+' }
assert recorded('ld', 'pure-aarch64-unknown-linux-gnu').CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER == 'aarch64-linux-gnu-ld'
true
