import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.LeftOut
import io.github.rustcross.maven.it.TestResults

def targets = [
  'x86_64-unknown-linux-gnu',
  'x86_64-unknown-linux-musl',
  'aarch64-unknown-linux-gnu',
  'aarch64-unknown-linux-musl',
  'armv7-unknown-linux-gnueabihf',
  'riscv64gc-unknown-linux-gnu',
  's390x-unknown-linux-gnu',
  'x86_64-pc-windows-gnu',
  'wasm32-wasip1',
]
def it = new ItSupport(basedir, localRepositoryPath)
ItSupport.contains(it.log().text(), 'BUILD SUCCESS')
targets -= LeftOut.of(it.log().text())
def results = new TestResults(new File(basedir, 'target/surefire-reports'))

// The same call of cargo with the same runners, but set by hand.
def project = basedir.toPath()
def support = project.parent.parent.parent.parent.resolve('src/it/support')
Exec.output(project, [:], ['python3', support.resolve('by-hand.py').toString(), 'build.log', 'by-hand.sh'])

def table = targets.collect { triple ->
  def byHand = Exec.run(project, [:], ['sh', 'by-hand.sh', triple])
  assert byHand.exitCode() == 0 : byHand
  def sums = [0, 0, 0]
  def summary = ~/test result: ok\. (\d+) passed; (\d+) failed; (\d+) ignored; /
  def blocks = 0
  (byHand.stdout() =~ summary).each { match ->
    blocks++
    (0..2).each { sums[it] += match[it + 1] as int }
  }
  // The library, its tests and its documentation.
  assert blocks == 3
  def ours = [0, 0, 0]
  results.counts(triple + '.sha2.').values().each { counts ->
    counts.split('/').eachWithIndex { count, i -> ours[i] += count as int }
  }
  assert ours == sums
  assert ours[0] >= 10 && ours[1] == 0
  "$triple: XML ${ours.join('/')}, cargo by hand ${sums.join('/')}"
}
println 'tests of sha2 0.10.9, passed/failed/ignored:\n  ' + table.join('\n  ')
