import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.LeftOut
import io.github.rustcross.maven.it.TestResults

def it = new ItSupport(basedir, localRepositoryPath)
def results = new TestResults(new File(basedir, 'target/surefire-reports'))
def log = it.log()
def first = log.invocation(1)
def mac = 'aarch64-apple-darwin'
def everywhere = [
  'x86_64-unknown-linux-gnu',
  'x86_64-unknown-linux-musl',
  'aarch64-unknown-linux-gnu',
  's390x-unknown-linux-gnu',
  'x86_64-pc-windows-gnu',
  'wasm32-wasip1',
] - LeftOut.of(first, mac)
def big = 's390x-unknown-linux-gnu'
def wasm = 'wasm32-wasip1'

everywhere.each { triple ->
  // On wasm a panic cannot be caught, and the harness leaves the test out that waits for one.
  def lib = triple == big ? '3/1/1' : triple == wasm ? '3/0/2' : '4/0/1'
  assert results.counts("${triple}.portable.") == [
    'bin-portable': '0/0/0',
    'doc': '2/0/0',
    'lib': lib,
    'test-api': '2/0/0',
    'test-own': '1/0/0',
  ]
}
def failed = results.messages("${big}.portable.lib")
assert failed.keySet() == ['bytes_of_a_number', 'later'] as Set
assert failed.later == 'skipped: it always fails'
assert failed.bytes_of_a_number.startsWith(
    'failure: assertion `left == right` failed: the least first; left: [0, 0, 0, 1]; right: [1, 0, 0, 0]')

ItSupport.contains(first, 'BUILD SUCCESS')
assert first =~ /(?m)^\[WARNING] Not tested: $mac: native: it serves on macos-aarch64 only, this is linux-x86_64$/
assert first.count("Not tested: $mac") == 1
assert first =~ /(?m)^\[INFO] +target +runner +passed +failed +ignored +time$/
def rows = [
  'x86_64-unknown-linux-gnu': 'native +9 +0 +1',
  'x86_64-unknown-linux-musl': 'native +9 +0 +1',
  'aarch64-unknown-linux-gnu': 'qemu-user [0-9.]+ +9 +0 +1',
  (big): 'qemu-user [0-9.]+ +8 +1 +1',
  'x86_64-pc-windows-gnu': 'wine [0-9.]+ +9 +0 +1',
  (wasm): 'wasmtime[a-z-]* [0-9.]+ +8 +0 +2',
]
everywhere.each { assert first =~ /(?m)^\[INFO] +$it +${rows[it]} +\S+ s$/ }
def others = everywhere.size() - 1
assert first =~ /fails on $big alone, the only big-endian target; passes on\s+\[INFO] +$others others/
assert first =~ /(?m)^\[WARNING] RC-TESTS-FAILED: 1 of ${10 * everywhere.size()} tests failed, on $big:$/

ItSupport.contains(log.invocation(2), 'BUILD SUCCESS')
// The test without a harness knows nothing of filters.
assert log.invocation(2) =~ /x86_64-unknown-linux-musl +native +2 +0 +0 /
ItSupport.contains(
    log.invocation(3),
    "RC-TESTS-NONE: rust.test.filter: no test has a name with 'nobody_is_called_so' in it")
assert log.invocation(4) =~ /x86_64-unknown-linux-musl +native +9 +1 +0 /
ItSupport.contains(log.invocation(4), 'not yet, at src/lib.rs:')
ItSupport.contains(
    log.invocation(5), 'RC-RUNNER-UNAVAILABLE: programs for aarch64-apple-darwin cannot be run here: ')
ItSupport.contains(log.invocation(6), '[INFO] Tests are skipped: skipTests\n')
ItSupport.contains(log.invocation(7), '[INFO] Tests are skipped: rust.test.skip\n')
ItSupport.contains(log.invocation(8), '[INFO] Tests are skipped: maven.test.skip\n')
def last = log.invocation(9)
ItSupport.contains(last, "RC-TESTS-FAILED: 1 of ${10 * everywhere.size()} tests failed, on $big:\n"
    + "[ERROR]   - $big: portable tests::bytes_of_a_number\n")
