import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def asked = new Properties()
new File(basedir, 'test.properties').withInputStream { asked.load(it) }

def rows = [['target', 'status', 'toolchain', 'machine', 'linkage', 'glibc', 'run']]
def wrong = []
['std', 'web', 'bare'].each { crate ->
  def triples = asked.getProperty("matrix.$crate").split(',').findAll()
  def report = it.report("$crate/target/rust-cross")
  triples.each { triple ->
    if (report.statuses()[triple] != 'built') {
      def problems = report.statuses().containsKey(triple) ?
          report.target(triple).path('problems') : report.json().path('problems')
      def reason = problems.collect { "${it.path('code').asText()}: ${it.path('message').asText()}" }
      wrong << "$triple: ${reason.join('; ')}"
      rows << [triple, report.statuses()[triple] ?: 'none', '-', '-', '-', '-', '-']
      return
    }
    def artifact = report.artifact(triple)
    def inspection = artifact.path('inspection')
    def run = 'no runner'
    try {
      ItSupport.checkFile(report, artifact)
      if (crate == 'std' && ItSupport.isRunnable(report.path(artifact))) {
        def printed = ItSupport.run(report.path(artifact))
        run = printed.map { it.strip() }.orElse('skipped')
        if (printed.isPresent() && !printed.get().startsWith('C says 42 on ')) {
          wrong << "$triple: printed $run"
        }
      }
    } catch (AssertionError e) {
      wrong << "$triple: ${e.message}"
      run = 'failed'
    }
    rows << [
      triple, 'built', report.toolchain(triple),
      inspection.path('format').asText() + ' ' + inspection.path('architecture').asText(),
      inspection.path('linkage').asText(), inspection.path('glibc').asText('-'), run,
    ]
  }
}
new File(basedir, 'left-out.txt').eachLine {
  def (triple, reason) = it.split('\t')
  rows << [triple, 'left out', reason, '', '', '', '']
}

// A script's own output goes to build.log; this is for whoever runs the matrix.
def console = new PrintStream(new FileOutputStream(FileDescriptor.out), true)
def widths = (0..<rows[0].size()).collect { column -> rows.findAll { it[1] != 'left out' || column < 2 }.collect { it[column].length() }.max() }
rows.each { row ->
  console.println('  ' + row.withIndex().collect { text, column -> text.padRight(widths[column]) }.join('  ').stripTrailing())
}
wrong.each { console.println('  wrong: ' + it) }
assert wrong == []
assert rows.count { it[1] == 'built' } > 0
