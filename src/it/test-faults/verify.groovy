import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import io.github.rustcross.maven.it.TestResults

def it = new ItSupport(basedir, localRepositoryPath)
def own = 'x86_64-unknown-linux-gnu'
def emulated = 'aarch64-unknown-linux-musl'
def results = new TestResults(new File(basedir, 'target/surefire-reports'))

[own, emulated].each { triple ->
  assert results.counts("${triple}.faults.") == [
    'doc': '0/0/0',
    'lib': '0/0/0',
    'test-children': '1/0/0',
    'test-crash': '1/2/0',
    'test-exit': '0/1/0',
    'test-flood': '1/0/0',
    'test-hang': '1/1/0',
    'test-parent': '0/1/0',
  ]
  assert results.messages("${triple}.faults.test-crash") == [
    'm_crashes': 'error: no result: the program was ended by signal 11 (SIGSEGV)',
    'z_fails': 'failure: as it should, at tests/crash.rs:15:5',
  ]
  assert results.messages("${triple}.faults.test-exit").leaves_early.endsWith(
      'ended with exit code 0 before its tests were through: a test called exit')
  assert results.messages("${triple}.faults.test-hang") == [
    'hangs': 'error: no result: the program did not end within 30 s; raise rust.test.timeout',
  ]
  assert results.messages("${triple}.faults.test-parent") == [
    'kills_its_parent':
        'error: no result: its parent process, which ran the program, was ended before it',
  ]
}

def log = it.log().text()
assert log =~ /(?m)^\[WARNING] $own: faults test-children left processes behind, which were ended: \d+ .*$/
ItSupport.contains(log, '(it prints more than 1048576 characters: the rest is not shown)')
assert log.length() < 5_000_000
assert log =~ /RC-TESTS-FAILED: 10 of 18 tests failed, on $own, $emulated:/

// Nothing of them is left.
assert ProcessHandle.allProcesses().noneMatch { process ->
  process.info().command().map { it.contains("$basedir/target") }.orElse(false)
}

// The program of another target in the way is not given to anything that would run it.
def programs = { triple ->
  new File(basedir, "target/rust-cross/cargo/$triple/debug/deps").listFiles()
      .findAll { it.name ==~ /children-[0-9a-f]+/ }
}
assert programs(own).size() == 1 && programs(emulated).size() == 1
programs(own)[0].bytes = programs(emulated)[0].bytes
def nested = new NestedMaven(basedir, localRepositoryPath, mavenHome)
def process = nested.start('foreign.log', 'verify', '-Drust.test.args=--exact', '-Drust.test.filter=leaves_children')
assert process.waitFor() == 1
def foreign = new TestResults(new File(basedir, 'target/surefire-reports'))
def message = foreign.messages("${own}.faults.test-children").values()
assert message.size() == 1
ItSupport.contains(message[0], 'the program was not started: ')
ItSupport.contains(message[0], 'machine: aarch64, 64 bits, little-endian, the target needs x86_64, 64 bits, little-endian')
assert foreign.counts("${emulated}.faults.")['test-children'] == '1/0/0'
