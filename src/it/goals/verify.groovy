import com.fasterxml.jackson.databind.ObjectMapper
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven

def it = new ItSupport(basedir, localRepositoryPath)
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def log = it.log()
def version = (new File(basedir, 'pom.xml').text =~ /<artifactId>rust-cross-maven-plugin<\/artifactId>\s*<version>([^<]+)/)[0][1]
def goal = { String name -> "io.github.rustcross:rust-cross-maven-plugin:${version}:${name}".toString() }
def json = new ObjectMapper()

ItSupport.contains(log.invocation(2), 'RC-TARGETS-EMPTY: no target is named that could be described')
ItSupport.contains(log.invocation(2), 'Name one or several: -Drust.targets=host,@musl; the goal targets lists them.')
ItSupport.contains(log.invocation(3), "RC-PARAMETER-INVALID: rust.format cannot be 'xml'")

// Every module that uses the plugin, with its own targets and the needs of its own crate.
def doctor = log.invocation(4)
ItSupport.contains(doctor, '1 of 2: doctor in goals-one (default)')
ItSupport.contains(doctor, '[INFO] x86_64-unknown-linux-musl: ready')
ItSupport.contains(doctor, '2 of 2: doctor in goals-two (default)')
ItSupport.contains(doctor, '[INFO] wasm32-wasip1: ready')
assert doctor.readLines().count { it ==~ /\[INFO\]   this crate +rust-lld/ } == 2
ItSupport.lacks(doctor, 'in plain')

def strict = log.invocation(5)
ItSupport.contains(strict, '[INFO] x86_64-pc-windows-msvc: not ready')
ItSupport.contains(strict, 'RC-TARGETS-NOT-READY: not ready are x86_64-pc-windows-msvc')

[one: 'x86_64-unknown-linux-musl', two: 'wasm32-wasip1'].each { module, triple ->
  def plan = json.readTree(new File(basedir, "$module/plan.json"))
  assert plan.at('/targets/0/triple').asText() == triple
  assert plan.at('/jobs/0/command/0').asText() == 'cargo'
  assert plan.at('/jobs/0/units/0/rustflags').every { !it.get('origin').asText().empty }
}
assert !new File(basedir, 'plan.json').exists()

// In a folder without a POM.
def narrow = { String text ->
  def wide = text.readLines().findAll { it.startsWith('[INFO] ') && !it.startsWith('[INFO] ---') && it.length() > 80 }
  // A word that is longer than a line is never cut.
  assert wide.every { it.substring(7).strip() ==~ /\S+/ }
  assert text.readLines().findAll { it.startsWith('[INFO]') }.every { !it.contains('\u001b[') }
}
def targets = maven.run('empty', 'targets.log', goal('targets'))
narrow(targets)
assert targets =~ /\[INFO\] x86_64-unknown-linux-musl +linux-x86_64-musl\n\[INFO\]     tier 2, std, rust-lld; built, ran/
ItSupport.contains(targets, '[INFO] Groups')
assert targets =~ /\[INFO\]   @jni +\d+ +platforms that JVMs commonly run on/

def described = maven.run('empty', 'describe.log', goal('describe'), '-Drust.targets=aarch64-unknown-linux-gnu', '-Drust.glibc=2.28')
narrow(described)
ItSupport.contains(described, '[INFO]   glibc: 2.28  [command line, -Drust.glibc]')
assert described =~ /\[INFO\]   libc\.name: glibc  \[catalog \S+, line \d+\]/

def overview = maven.run('empty', 'doctor.log', goal('doctor'))
narrow(overview)
assert overview =~ /\[INFO\]   x86_64-unknown-linux-musl +(partly )?ready/
ItSupport.contains(overview, 'More on some of them, and why:')

// Bare to standard output: what a program reads.
def bare = json.readTree(maven.run('empty', 'targets.json', '-q', goal('targets'), '-Drust.format=json', '-Drust.targets=@musl'))
assert bare.get('targets').every { it.get('triple').asText().endsWith('-musl') }
assert json.readTree(maven.run('empty', 'doctor.json', '-q', goal('doctor'), '-Drust.format=json', '-Drust.targets=host')).get('targets').size() == 1
assert json.readTree(maven.run('empty', 'describe.json', '-q', goal('describe'), '-Drust.format=json', '-Drust.targets=host')).at('/targets/0/values').size() > 10

// Colours on a terminal, and none where they are not wanted.
def watched = maven.onTerminal('terminal.log', goal('targets'), '-Drust.targets=host')
assert watched.map { it.contains('\u001b[1mx86_64-') || it.contains('\u001b[1maarch64-') }.orElse(true)
def never = maven.onTerminal('never.log', goal('targets'), '-Drust.targets=host', '-Dstyle.color=never')
assert never.map { !it.contains('\u001b[1m') }.orElse(true)
ItSupport.contains(maven.run('empty', 'always.log', goal('targets'), '-Drust.targets=host', '-Dstyle.color=always'), '\u001b[1m')
assert !new File(basedir, 'empty/target').exists()
true
