import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def both = 'universal2-apple-darwin'
def intel = 'x86_64-apple-darwin'
assert report.statuses() == [(both): 'built', (intel): 'built']
[both, intel].each {
  assert report.files(it) == ['hello']
  ItSupport.checkFile(report, report.artifact(it))
}
assert report.artifact(both).path('classifier').asText() == 'osx-universal2'
assert report.artifact(intel).path('classifier').asText() == 'osx-x86_64'

def slices = report.artifact(both).path('inspection').path('slices')
assert slices.collect { it.path('architecture').asText() } == ['x86_64', 'aarch64']
assert slices.every { it.path('format').asText() == 'mach-o' }

// The slice is the very file: cpu type, cpu subtype, offset and size follow an 8 byte header.
def fat = report.binary(both).toFile().bytes
def header = java.nio.ByteBuffer.wrap(fat)
def (offset, size) = [header.getInt(16), header.getInt(20)]
assert Arrays.copyOfRange(fat, offset, offset + size) == report.binary(intel).toFile().bytes
assert report.binary(both).toFile().canExecute()

// Every target in one job graph, each once.
def invocations = it.log().text().readLines().findAll { it =~ /\bcargo build --manifest-path / }
assert invocations.size() == 1
assert invocations[0].count('--target x86_64-apple-darwin') == 1
assert invocations[0].count('--target aarch64-apple-darwin') == 1
