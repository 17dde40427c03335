import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def host = new HostSystem()
def found = ['cmake', 'make'].every { host.program(it).present }
if (!found) {
  SkippedChecks.needPackages('exported settings with CMake', 'cmake', 'make')
}
found
