import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven

def it = new ItSupport(basedir, localRepositoryPath)
def maven = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def wait = new File(basedir, 'wait')
def started = new File(basedir, 'started')
def report = new File(basedir, 'target/rust-cross/report.json')
// Whoever has this project's folder on its command line, the Maven that runs this script aside.
def processes = {
  ProcessHandle.allProcesses().filter { it.info().commandLine().orElse('').contains(basedir.path) }
      .filter { it.pid() != ProcessHandle.current().pid() }.map {
        "${it.pid()} ${it.info().commandLine().get()}".toString()
      }.toList()
}

wait.createNewFile()
def process = maven.start('killed.log', 'package')
def deadline = System.currentTimeMillis() + 60_000
while (!started.exists() && process.alive && System.currentTimeMillis() < deadline) {
  sleep(100)
}
assert started.exists()
assert processes().any { it.contains('cargo') }
assert processes().any { it.contains('build-script-build') }

NestedMaven.terminate(process)
assert process.waitFor(30, java.util.concurrent.TimeUnit.SECONDS)
assert processes() == []
// Nothing was tried after that: not each target alone, nor a report of what failed.
def log = new File(basedir, 'killed.log').text
ItSupport.lacks(log, 'again alone')
ItSupport.lacks(log, 'BUILD FAILURE')
ItSupport.lacks(log, 'ERROR')
assert new File(basedir, 'target/rust-cross').list().toList() - ['cargo', 'report.html', 'report.json'] == []
assert !new File(basedir, 'target/rust-cross/x86_64-unknown-linux-musl').exists()

// Nothing is locked or half done: a later build succeeds.
wait.delete()
def again = maven.start('again.log', 'package')
assert again.waitFor(120, java.util.concurrent.TimeUnit.SECONDS)
assert again.exitValue() == 0
assert it.report().statuses() ==
    ['x86_64-unknown-linux-musl': 'built', 'aarch64-unknown-linux-musl': 'built']
ItSupport.prints(it.report().binary('x86_64-unknown-linux-musl'), 'slept well\n')
