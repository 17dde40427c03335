import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.ModuleFolders
import io.github.rustcross.maven.it.NestedMaven
import io.github.rustcross.maven.it.Podman
import io.github.rustcross.maven.it.SkippedChecks
import io.github.rustcross.maven.it.Sshd
import io.github.rustcross.maven.it.TestResults
import java.nio.file.Files

def suite = 'x86_64-unknown-linux-musl.elsewhere.'
def reports = new File(basedir, 'target/surefire-reports')
assert new TestResults(reports).counts(suite) == [doc: '0/0/0', lib: '2/0/1']
ItSupport.contains(new File(basedir, 'build.log').text, 'x86_64-unknown-linux-musl  native ')

def nested = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def settings = ModuleFolders.root().resolve('src/it/settings.xml')
// Runs the tests somewhere, the failing one too, and returns what Maven said.
def run = { String place, String runner, Map variables ->
  def log = place + '.log'
  def process = nested.start(settings, variables, log, [
      '-o', 'verify', "-Drust.test.runner=$runner".toString(),
      '-Drust.test.args=--include-ignored,--show-output'])
  assert process.waitFor() == 1
  def text = new File(basedir, log).text
  assert new TestResults(reports).counts(suite) == [doc: '0/0/0', lib: '2/1/0']
  assert new TestResults(reports).messages(suite + 'lib').fails.startsWith("failure: in: $place, at ")
  ItSupport.contains(text, "runs in: $place\n")
  return text
}

if (Sshd.program().isEmpty()) {
  SkippedChecks.needPackages('tests on another machine', 'openssh-server')
} else {
  def folder = Files.createDirectories(basedir.toPath().resolve('ssh'))
  def device = basedir.toPath().resolve('device')
  Sshd.start(folder).withCloseable { server ->
    def path = server.bin().toString() + ':' + System.getenv('PATH')
    def text = run('device', 'ssh:' + server.destination(device), [PATH: path])
    assert text =~ /(?m)^\[INFO] +x86_64-unknown-linux-musl +ssh +2 +1 +0 /
    // What was copied there is gone.
    assert !device.toFile().exists() || device.toFile().list().length == 0
  }
}

Podman.prepare(Files.createDirectories(basedir.toPath().resolve('podman'))).ifPresent { podman ->
  def text = run('container', 'container:' + podman.image(), podman.environment())
  assert text =~ /(?m)^\[INFO] +x86_64-unknown-linux-musl +container \S+ +2 +1 +0 /
}

// A name that is none, one that needs to be told more, and one that does not serve the target.
def refused = { String runner ->
  def process = nested.start('refused.log', 'verify', "-Drust.test.runner=$runner".toString())
  [process.waitFor(), new File(basedir, 'refused.log').text]
}
def (code, text) = refused('quemu-user')
assert code == 1
ItSupport.contains(text, "RC-RUNNER-UNKNOWN: rust.test.runner: there is no runner 'quemu-user'")
ItSupport.contains(text, 'qemu-user')
def cannot = 'RC-RUNNER-UNAVAILABLE: programs for x86_64-unknown-linux-musl cannot be run here: '
(code, text) = refused('ssh')
assert code == 1
ItSupport.contains(text, cannot + 'ssh: it needs an argument: ')
(code, text) = refused('x86_64-unknown-linux-musl=wine')
assert code == 1
ItSupport.contains(text, cannot + 'wine: it does not run programs for x86_64-unknown-linux-musl')
(code, text) = refused('none')
assert code == 0
ItSupport.contains(text, 'Not tested: x86_64-unknown-linux-musl: none: it runs nothing, as asked for')

// A runner that is there and does not work: a result of its target, and the others are tested.
def bin = Files.createDirectories(basedir.toPath().resolve('bin'))
def wine = bin.resolve('wine64').toFile()
wine.text = '#!/bin/sh\n[ "$1" = --version ] && echo wine-98.7 && exit\necho "no display today" >&2\nexit 3\n'
wine.executable = true
def process = nested.start(settings, [PATH: bin.toString() + ':' + System.getenv('PATH')], 'wine.log', [
    '-o', 'verify', '-Drust.test.targets=x86_64-pc-windows-gnu,x86_64-unknown-linux-musl'])
assert process.waitFor() == 1
text = new File(basedir, 'wine.log').text
ItSupport.contains(text, 'RC-RUNNER-UNUSABLE: wine 98.7 cannot be prepared: ')
ItSupport.contains(text, 'ended with exit code 3:\n  no display today')
assert new TestResults(reports).counts(suite) == [doc: '0/0/0', lib: '2/0/1']
assert new TestResults(reports).counts('x86_64-pc-windows-gnu.') == ['cargo.runner': '0/1/0']

// What can be wrong with an emulator, by one that an overlay brings along.
def overlay = new File(basedir, 'emulator.yaml')
overlay.text = '''\
schemaVersion: 1
runners:
  emulator-of-ours:
    description: an emulator that only this test has
    program: { find: [{ name: emulator-of-ours }] }
    version: { arguments: [--version], pattern: 'version (\\d+(?:\\.\\d+)+)', atLeast: "6.1" }
    sysroot:
      folders: [/nowhere/at-all]
      arguments: [-L, "{sysroot}"]
      install: { any: get-a-loader }
    install: { any: get-an-emulator }
targets:
  aarch64-unknown-linux-gnu:
    runners: [{ use: emulator-of-ours }]
'''
def emulator = bin.resolve('emulator-of-ours').toFile()
def unavailable = { String why ->
  def started = nested.start(settings, [PATH: bin.toString() + ':' + System.getenv('PATH')], 'emulator.log', [
      '-o', 'verify', '-Drust.catalog=emulator.yaml', '-Drust.test.targets=aarch64-unknown-linux-gnu'])
  assert started.waitFor() == 1
  ItSupport.contains(new File(basedir, 'emulator.log').text,
      "RC-RUNNER-UNAVAILABLE: programs for aarch64-unknown-linux-gnu cannot be run here: emulator-of-ours: $why")
}
unavailable('emulator-of-ours is not on PATH')
emulator.text = '#!/bin/sh\necho emulator version 4.2.1\n'
emulator.executable = true
unavailable("$emulator is version 4.2.1, at least 6.1 is needed")
emulator.bytes = ModuleFolders.root()
    .resolve('target-catalog/src/test/resources/io/github/rustcross/inspect/elf-aarch64-glibc-pie').toFile().bytes
unavailable("$emulator does not serve: it is a program for aarch64, and this machine is x86_64")
emulator.text = '#!/bin/sh\necho emulator version 9.0.0\n'
unavailable("the loader /lib/ld-linux-aarch64.so.1 is not in /nowhere/at-all")
