import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

// Without the emulator, and without apt, which fetches it, nothing of it could be shown.
def host = new HostSystem()
def emulated = ['qemu-s390x', 'apt-get'].any { host.program(it).isPresent() }
if (!emulated) {
  SkippedChecks.needPackages('tests of foreign targets', 'qemu-user')
}
emulated
