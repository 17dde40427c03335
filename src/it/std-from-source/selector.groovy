import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.SkippedChecks

def toolchains = new HostSystem().rustupHome().resolve('toolchains').toFile().list() ?: []
def nightly = toolchains.any { it.startsWith('nightly-') }
if (!nightly) {
  SkippedChecks.need('the standard library from source', 'rustup toolchain install nightly --profile minimal')
}
nightly
