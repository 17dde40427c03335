import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def report = it.report()
def platforms = [
  'x86_64-unknown-linux-musl': ['linux-x86_64-musl', 'linux', ''],
  'x86_64-pc-windows-gnu': ['windows-x86_64-gnu', 'windows', '.exe'],
]
assert report.statuses() == platforms.collectEntries { triple, words -> [triple, 'built'] }
platforms.each { triple, words ->
  def (classifier, os, suffix) = words
  assert report.files(triple) == ["left$suffix".toString(), "right$suffix".toString()]
  report.artifacts(triple).each { artifact ->
    ItSupport.checkFile(report, artifact)
    def side = artifact.path('name').asText()
    assert artifact.path('classifier').asText() == "$side-$classifier"
    ItSupport.prints(report.path(artifact), "$side on $os\n")
  }
}
assert it.installed('io.github.rustcross.it', 'workspace', '1.0') == [
  'workspace-1.0-left-linux-x86_64-musl.exe',
  'workspace-1.0-left-windows-x86_64-gnu.exe',
  'workspace-1.0-right-linux-x86_64-musl.exe',
  'workspace-1.0-right-windows-x86_64-gnu.exe',
  'workspace-1.0.pom',
]
