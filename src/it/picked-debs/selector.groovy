import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def host = new HostSystem()
def needed = ['apt-get': 'apt', 'dpkg-deb': 'dpkg', 'qemu-aarch64': 'qemu-user', 'pkg-config': 'pkg-config']
  .findAll { program, any -> host.program(program).empty }.collect { it.value }
if (needed) {
  SkippedChecks.needPackages('sysroots of packages that somebody picked', needed as String[])
}
needed.empty
