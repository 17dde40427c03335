import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

// What is real here; the rest are stand-ins, see prebuild.groovy.
def host = new HostSystem()
def needed = [
  'clang': 'clang', 'ld.lld': 'lld', 'llvm-lib': 'llvm', 'musl-gcc': 'musl-tools', 'apt-get': 'apt',
  'aarch64-linux-gnu-g++': 'g++-aarch64-linux-gnu',
  'arm-linux-gnueabihf-g++': 'g++-arm-linux-gnueabihf',
  'i686-linux-gnu-g++': 'g++-i686-linux-gnu',
  'riscv64-linux-gnu-g++': 'g++-riscv64-linux-gnu',
  's390x-linux-gnu-g++': 'g++-s390x-linux-gnu',
  'x86_64-w64-mingw32-g++-posix': 'g++-mingw-w64-x86-64',
  'i686-w64-mingw32-g++-posix': 'g++-mingw-w64-i686',
].findAll { program, any -> host.program(program).empty }.collect { it.value }
if (host.matches('/usr/lib/llvm-*/bin/clang-cl').empty) {
  needed << 'clang-tools'
}
if (needed) {
  SkippedChecks.needPackages('each toolchain of the catalog', needed as String[])
}
needed.empty
