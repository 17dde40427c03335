import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven

def it = new ItSupport(basedir, localRepositoryPath)
def log = it.log()
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def musl = 'x86_64-unknown-linux-musl'
def shouted = 'X86_64_UNKNOWN_LINUX_MUSL'
def progress = ~/(?m)^\[INFO]   \d+\/\d+ units, 0:\d\d min: /

// In batch mode nobody waits for a sign of life after ten seconds.
def batch = log.invocation(1)
ItSupport.contains(batch, "Building $musl (rust-lld)")
assert !(batch =~ progress)
assert !(batch =~ /Compiling hello|Finished .release|Fresh hello|cargo build/)

// For those who debug: cargo's command line, and every variable that is not the user's own.
def debug = log.invocation(2)
assert debug =~ /(?m)^\[DEBUG] cargo build .*--target $musl\b/
assert debug =~ /(?m)^\[DEBUG]   CARGO_TARGET_${shouted}_LINKER=.*\S   \[catalog \d+\.\d+\.\d+, line \d+]$/
assert debug =~ /(?m)^\[DEBUG]   GREETING=hello from the POM   \[POM]$/
assert debug =~ /(?m)^\[DEBUG]   SOURCE_DATE_EPOCH=\d+   \[/
assert !(debug =~ /(?m)^\[DEBUG]   (PATH|HOME)=/)

def help = log.invocation(3)
ItSupport.contains(help, 'rust-cross:build')
[
  'targets', 'manifestPath', 'profile', 'features', 'crossToolchain', 'channel', 'glibc',
  'classifier', 'attach', 'verify', 'autoInstall', 'targetDir', 'cacheDir', 'environment',
].each { parameter ->
  assert help =~ /(?m)^    $parameter\b/
}
ItSupport.contains(help, 'User property: rust.crossToolchain')
ItSupport.contains(help, 'aarch64-unknown-linux-gnu.2.28')

// Nothing at all is said of a build in which all is well.
assert maven.run('.', 'quiet.log', '-q', 'package').replaceAll('\u001b\\[[0-9;]*m', '').trim() == ''

// On a terminal somebody does wait. The script is run again because its file is newer.
sleep(1000)
new File(basedir, 'slow').setLastModified(System.currentTimeMillis())
maven.onTerminal('terminal.log', 'package').ifPresent { raw ->
  def said = raw.replaceAll('\u001b\\[[0-9;]*m', '').replace('\r\n', '\n')
  assert said =~ progress
  ItSupport.contains(said, 'BUILD SUCCESS')
  // Maven's colours are there, and no other control character is left.
  assert raw.contains('\u001b[')
  assert !(said =~ /[\p{Cntrl}&&[^\n\t]]/)
}
assert it.report().statuses() == [(musl): 'built']
ItSupport.prints(it.report().binary(musl), 'hello from the POM\n')
true
