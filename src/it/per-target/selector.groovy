import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def gcc = new HostSystem().program('aarch64-linux-gnu-gcc').present
if (!gcc) {
  SkippedChecks.needPackages('settings for some targets alone', 'gcc-aarch64-linux-gnu')
}
gcc
