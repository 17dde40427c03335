import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def musl = 'x86_64-unknown-linux-musl'
def gnu = 'x86_64-unknown-linux-gnu'
['one', 'two'].each { module ->
  def report = it.report("$module/target/rust-cross")
  assert report.statuses() == [(musl): 'built', (gnu): 'built']
  [musl, gnu].each { triple ->
    assert report.files(triple) == [module]
    ItSupport.checkFile(report, report.artifact(triple))
    ItSupport.prints(report.binary(triple), "$module: C says 42 on x86_64-linux\n")
  }
  ItSupport.needsAtMostGlibc(report.binary(gnu), '2.28')
  assert it.installed('io.github.rustcross.it', "parallel-$module", '1.0') == [
    "parallel-$module-1.0-linux-x86_64-musl.exe".toString(),
    "parallel-$module-1.0-linux-x86_64.exe".toString(),
    "parallel-$module-1.0.pom".toString(),
  ]
}
def log = it.log().text()
ItSupport.contains(log, 'with a thread count of 2')
// A plugin that is not thread-safe is named in a warning.
ItSupport.lacks(log, 'not marked as @threadSafe')
ItSupport.lacks(log, 'not marked as thread-safe')
