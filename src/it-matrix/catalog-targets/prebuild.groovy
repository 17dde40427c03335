import io.github.rustcross.catalog.StdSupport
import io.github.rustcross.catalog.TargetCatalog
import io.github.rustcross.maven.it.Exec

// Which crate suits a target is told by the catalog itself.
def crates = [std: [], web: [], bare: []]
def left = [:]
def installed = Exec.output(basedir.toPath(), [:], ['rustup', 'target', 'list', '--installed']).readLines()
def catalog = TargetCatalog.bundled()
// A folder that only some users have.
def elsewhere = { choice ->
  def folder = catalog.requireToolchain(choice.toolchain()).paths().folder()
  !choice.hosts().isEmpty() && !choice.hosts().contains('linux') || folder.present && !folder.get().optional()
}
catalog.targets().each { triple, target ->
  if (target.isUniversal()) {
    left[triple] = 'joined from ' + target.slices().join(' and ')
  } else if (target.toolchains().every(elsewhere)) {
    left[triple] = 'built on ' + target.toolchains().collectMany { it.hosts() }.unique().join(', ') + ' only, or with an SDK'
  } else if (target.std() == StdSupport.SOURCE) {
    left[triple] = 'rustup has no std for it'
  } else {
    def added = installed.contains(triple) ? null :
        Exec.run(basedir.toPath(), [RUST_BACKTRACE: ''], ['rustup', 'target', 'add', triple])
    if (added != null && added.exitCode() != 0) {
      left[triple] = added.stderr().readLines().find { it.startsWith('error') } ?: 'rustup failed'
    } else if (target.std() == StdSupport.CORE) {
      crates.bare << triple
    } else {
      crates[target.platform().os() == 'unknown' ? 'web' : 'std'] << triple
    }
  }
}
new File(basedir, 'test.properties').text =
    crates.collect { crate, triples -> "matrix.$crate=${triples.join(',')}\n" }.join()
new File(basedir, 'left-out.txt').text =
    left.collect { triple, reason -> "$triple\t$reason\n" }.join()
true
