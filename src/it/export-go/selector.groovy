import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def host = new HostSystem()
def go = host.program('go').present
def gcc = host.program('aarch64-linux-gnu-gcc').present
if (!go) {
  SkippedChecks.need('exported settings with Go', 'install Go (go.dev/dl)')
}
if (!gcc) {
  SkippedChecks.needPackages('exported settings with Go', 'gcc-aarch64-linux-gnu')
}
go && gcc
