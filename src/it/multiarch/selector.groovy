import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def host = new HostSystem()
def needed = ['aarch64-linux-gnu-gcc': 'gcc-aarch64-linux-gnu', 'qemu-aarch64': 'qemu-user', 'pkg-config': 'pkg-config']
  .findAll { program, any -> host.program(program).empty }.collect { it.value }
if (needed) {
  SkippedChecks.needPackages("packages of a foreign architecture, Debian's own way", needed as String[])
}
def foreign = ['openssl', 'zlib'].every { new File("/usr/lib/aarch64-linux-gnu/pkgconfig/${it}.pc").exists() }
if (!foreign) {
  SkippedChecks.need("packages of a foreign architecture, Debian's own way",
    'dpkg --add-architecture arm64 && apt-get update && apt-get install -y libssl-dev:arm64 zlib1g-dev:arm64')
}
needed.empty && foreign
