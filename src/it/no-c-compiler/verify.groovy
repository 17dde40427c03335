import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def musl = 'x86_64-unknown-linux-musl'
assert report.statuses() == [(musl): 'built']
ItSupport.checkFile(report, report.artifact(musl))
ItSupport.prints(report.binary(musl), 'C says 42 on x86_64-linux\n')
// The build really had no compiler.
ItSupport.contains(it.log().text(), 'BUILD SUCCESS')
assert new File(basedir, 'path/cargo').exists() && !new File(basedir, 'path/cc').exists()
