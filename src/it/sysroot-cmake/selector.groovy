import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def host = new HostSystem()
def needed = [
  'cmake': 'cmake', 'make': 'make', 'pkg-config': 'pkg-config', 'apt-get': 'apt',
  'arm-linux-gnueabihf-gcc': 'gcc-arm-linux-gnueabihf',
].findAll { program, any -> host.program(program).empty }.collect { it.value }
if (needed) {
  SkippedChecks.needPackages('projects of CMake with a sysroot', needed as String[])
}
needed.empty
