import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def arm = 'aarch64-unknown-linux-gnu'
def version = { name -> Exec.output(basedir.toPath(), [:], ['dpkg-query', '-W', '-f', '${Version}', name + ':arm64']) }
def openssl = version('libssl3').replaceAll('-.*', '')
def zlib = version('zlib1g').replaceAll('^1:|\\.dfsg.*|-.*', '')

// The libraries of this machine, for the other processor, with both compilers.
['target': 'zig', 'gcc': 'gcc'].each { out, toolchain ->
  def report = it.report("$out/rust-cross")
  assert report.toolchain(arm) == toolchain
  def inspection = report.artifact(arm).path('inspection')
  assert inspection.path('needed').collect { it.asText() }.containsAll(['libssl.so.3', 'libcrypto.so.3', 'libz.so.1'])
  ItSupport.checkFile(report, report.artifact(arm))

  // They are those that dpkg has installed; the loader of this machine's packages for cross compilers has others.
  def printed = Exec.output(basedir.toPath(), [:], ['qemu-aarch64', '-L', '/', report.binary(arm).toString()])
  assert printed == "OpenSSL $openssl, zlib $zlib\n".toString()
  def results = new File(basedir, "$out/surefire-reports").listFiles().findAll { it.name.endsWith('.xml') }
  assert results.any { it.text.contains('libraries_of_this_machine_are_used') } : results*.name
  assert results.every { !(it.text =~ /<(failure|error)/) }
}

// pkg-config is sent to them, and to no other folder.
def plan = new File(basedir, 'target/plan.txt').text
ItSupport.contains(plan, 'PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu=/usr/lib/aarch64-linux-gnu/pkgconfig:')

// What is not installed is told before cargo runs, with what installs it.
def other = it.log().invocation(4)
ItSupport.contains(other, 'RC-LIBRARY-MISSING: openssl-sys ')
ItSupport.contains(other, ' needs OpenSSL, and the sysroot multiarch lacks it for s390x-unknown-linux-gnu: linked → openssl → ')
ItSupport.contains(other, 'dpkg --add-architecture s390x && apt-get update && apt-get install -y libssl-dev:s390x')
ItSupport.lacks(other, 'Compiling')
def named = it.log().invocation(5)
ItSupport.contains(named, 'RC-SYSROOT-MISSING: sysroot multiarch for arm64: not installed on this machine: libgtk-4-dev:arm64')
true
