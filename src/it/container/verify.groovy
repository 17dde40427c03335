import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ModuleFolders
import io.github.rustcross.maven.it.NestedMaven
import io.github.rustcross.maven.it.Podman
import java.nio.file.Files
import java.util.concurrent.TimeUnit

def host = 'x86_64-unknown-linux-gnu'
def foreign = 'aarch64-unknown-linux-gnu'
def plain = 'localhost/rust-cross-gcc:1'
// As the images of cross are: compilers, variables that name them, no Rust.
def cross = 'localhost/rust-cross-arm64:1'

def it = new ItSupport(basedir, localRepositoryPath)
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def settings = ModuleFolders.root().resolve('src/it/settings.xml')
def goal = { String name -> "rust-cross:$name".toString() }

// Beside the crate, because cargo looks at all files of a package's folder.
def store = basedir.toPath().resolveSibling('container-podman')
def prepared = Podman.withCompilers(store, [
    (plain): [],
    (cross): [
        'CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER=aarch64-linux-gnu-gcc',
        'CC_aarch64_unknown_linux_gnu=aarch64-linux-gnu-gcc',
        'OF_THE_IMAGE=yes',
    ],
])
if (prepared.isEmpty()) {
  return true
}
def podman = prepared.get()

// What the user has set: what is cargo's goes in, what is for this machine alone does not.
def variables = podman.environment() + [
    CC: 'host-cc',
    CC_aarch64_unknown_linux_gnu: 'host-cross-cc',
    CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER: 'host-cross-ld',
    CARGO_PROFILE_RELEASE_DEBUG: '1',
    OF_THIS_MACHINE: 'secret',
    RUSTFLAGS: '--cfg from_env',
    RUST_LOG: 'off',
    https_proxy: 'http://127.0.0.1:9',
]
def images = "-Drust.crossToolchain=$host=container:$plain,$foreign=container:$cross".toString()
// Runs Maven to its end and returns its exit code and what it said.
def run = { Map more, String log, String... arguments ->
  def process = maven.start(settings, variables + more, log, arguments.toList())
  if (!process.waitFor(120, TimeUnit.SECONDS)) {
    NestedMaven.terminate(process)
    assert false, "$log has no end"
  }
  [process.exitValue(), new File(basedir, log).text]
}

// One folder of cargo's, one job and one started container for each image.
def (code, text) = run([:], 'first.log', '-o', 'package', images)
assert code == 0, text
assert it.report().statuses() == [(host): 'built', (foreign): 'built']
ItSupport.prints(it.report().binary(host), '''\
C says 42
target [true, true, false]
macro [false, false, false]
''')
ItSupport.prints(it.report().binary(foreign), '''\
C says 42
target [true, true, true]
macro [false, false, false]
''')
assert it.report().target(host).at('/toolchain').toString() == """{"name":"container","version":"$plain"}"""
assert podman.containers() == []

// All files are the caller's, and a file system of the container has none of them.
def caller = Files.getOwner(basedir.toPath())
new File(basedir, 'target').eachFileRecurse { file -> assert Files.getOwner(file.toPath()) == caller }

// What the plan says is what build scripts saw, each in its own job.
def (planned, plan) = run([:], 'plan.log', '-o', goal('plan'), images)
assert planned == 0, plan
def jobs = plan.split(/cargo invocation \d+ of \d+:/).toList().tail()
assert jobs.size() == 2
[[host, plain], [foreign, cross]].eachWithIndex { entry, index ->
  def (triple, image) = entry
  assert jobs[index] =~ /started by \S+podman [0-9.]+ in image \Q$image\E\n/
  def shown = (jobs[index] =~ /(?m)^(?:\[INFO] )? +(\w+)=(.*?)   \[[^]]*]$/)
      .iterator().toList().collectEntries { [it[1], it[2]] }
  ['RECORD_INTO', 'OF_THE_POM', 'CARGO_HOME', 'CARGO_PROFILE_RELEASE_DEBUG', 'RUST_LOG', 'https_proxy'].each { name ->
    assert shown.containsKey(name), plan
  }
  ["build-script-$triple", 'macros-build-script-' + host].each { name ->
    def lines = new File(basedir, "recorded/${name}.txt").readLines()
    shown.each { variable, value -> assert lines.contains("$variable=$value".toString()) }
    // Nothing else of this machine: no compiler, no folders of programs, no variable of the user's.
    def seen = lines.findAll { it.contains('=') }.collectEntries { [it.split('=', 2)[0], it.split('=', 2)[1]] }
    assert seen.PATH ==~ /[^:]+\/bin:\/usr\/local\/sbin:\/usr\/local\/bin:\/usr\/sbin:\/usr\/bin:\/sbin:\/bin/
    assert !seen.values().any { it.contains('host-c') || it == 'secret' }
    assert ['CC', 'HOST_CC', 'RUSTFLAGS', 'JAVA_HOME', 'CONTAINERS_CONF'].every { !seen.containsKey(it) }
    assert lines.contains('cfg of the script: false')
  }
}
// The image's own variables reach what is built in it, and nothing that is built elsewhere.
def recorded = { String name -> new File(basedir, "recorded/${name}.txt").text }
ItSupport.contains(recorded("build-script-$foreign"), 'OF_THE_IMAGE=yes')
ItSupport.contains(recorded("build-script-$foreign"), 'CC_aarch64_unknown_linux_gnu=aarch64-linux-gnu-gcc')
ItSupport.lacks(recorded("build-script-$host"), 'OF_THE_IMAGE')
ItSupport.lacks(recorded("build-script-$host"), 'aarch64')

// A second build finds all of it fresh: no build script runs again.
def scripts = new File(basedir, 'recorded')
scripts.deleteDir()
(code, text) = run([:], 'again.log', '-o', 'package', images)
assert code == 0, text
assert !scripts.exists()
assert it.report().statuses() == [(host): 'built', (foreign): 'built']

// A floor is nothing that an image can promise: it is proved, or refuted, by what came out.
def measured = it.report().artifact(host).at('/inspection/glibc').asText()
(code, text) = run([:], 'floor.log', '-o', 'package', "-Drust.targets=$host.$measured".toString(),
    "-Drust.crossToolchain=container:$plain".toString())
assert code == 0, text
(code, text) = run([:], 'low-floor.log', '-o', 'package', "-Drust.targets=${host}.2.17".toString(),
    "-Drust.crossToolchain=container:$plain".toString())
assert code == 1
ItSupport.contains(text, "RC-VERIFY-GLIBC: $host/contained: glibc: $measured; promised is 2.17 or older")

// Tests are compiled in the container and run here.
(code, text) = run([:], 'tests.log', '-o', goal('test'), "-Drust.targets=$host".toString(),
    "-Drust.crossToolchain=container:$plain".toString(), '-Drust.test.args=--show-output')
assert code == 0, text
ItSupport.contains(text, 'tools of: secret')

// Ctrl-C ends the container with the build, and leaves nothing that a later build would trip over.
def wait = new File(basedir, 'wait')
def started = new File(basedir, 'started')
wait.createNewFile()
new File(basedir, 'build.rs') << '// changed\n'
def process = maven.start(settings, variables, 'killed.log', ['-o', 'package', images])
def deadline = System.currentTimeMillis() + 60_000
while (!started.exists() && process.alive && System.currentTimeMillis() < deadline) {
  sleep(100)
}
assert started.exists(), new File(basedir, 'killed.log').text
assert podman.containers().size() == 1
NestedMaven.terminate(process)
assert process.waitFor(30, TimeUnit.SECONDS)
deadline = System.currentTimeMillis() + 10_000
while (podman.containers() != [] && System.currentTimeMillis() < deadline) {
  sleep(100)
}
assert podman.containers() == []
wait.delete()
(code, text) = run([:], 'after.log', '-o', 'package', images)
assert code == 0, text

// An image that is not here, and may not be fetched.
(code, text) = run([:], 'no-image.log', '-o', 'package', '-Drust.crossToolchain=container:localhost/acme:1')
assert code == 1
ItSupport.contains(text, 'RC-IMAGE-UNAVAILABLE: the image localhost/acme:1 is not on this machine, and nothing may be fetched')
ItSupport.contains(text, 'podman pull localhost/acme:1')
// One that may be, and cannot: the engine's own words.
(code, text) = run([:], 'no-fetch.log', 'package', '-Drust.crossToolchain=container:localhost:9/acme:1')
assert code == 1
ItSupport.contains(text, "RC-IMAGE-UNAVAILABLE: the image localhost:9/acme:1 is not on this machine, and '")
ItSupport.contains(text, 'connection refused')

// No image is named for a target for which the catalog has none.
(code, text) = run([:], 'unnamed.log', '-o', goal('plan'), '-Drust.crossToolchain=container', "-Drust.targets=$foreign".toString())
assert code == 1
ItSupport.contains(text, 'container: the catalog has no image for this target here; name one: '
    + "-Drust.crossToolchain=$foreign=container:IMAGE")

// Engines that refuse, in their own words.
def bin = Files.createDirectories(basedir.toPath().resolve('bin'))
['docker', 'podman'].each {
  def engine = bin.resolve(it).toFile()
  engine.text = "#!/bin/sh\necho \"Cannot connect to the $it daemon\" >&2\nexit 1\n"
  engine.executable = true
}
(code, text) = run([PATH: bin.toString() + ':' + System.getenv('PATH')], 'refused.log', '-o', goal('plan'), images)
assert code == 1
['docker', 'podman'].each {
  ItSupport.contains(text, bin.resolve(it).toString() + " does not serve: it ended with exit code 1: Cannot connect to the $it daemon")
}
true
