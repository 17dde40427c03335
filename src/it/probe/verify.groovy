import io.github.rustcross.maven.it.ItSupport

def it = new ItSupport(basedir, localRepositoryPath)
def host = 'x86_64-unknown-linux-gnu'
def foreign = 'aarch64-unknown-linux-musl'

['first', 'second'].each { out ->
  def report = it.report("$out/rust-cross")
  assert report.statuses() == [(host): 'built', (foreign): 'built']

  [host, foreign].each { triple ->
    def printed = ItSupport.run(report.binary(triple))
    if (printed.isPresent()) {
      def lines = printed.get().readLines()
      // The user's flags reach the target, whoever has set them, and each once …
      assert lines[1] == 'target [true, true, true]'
      ['from_env', 'from_build', 'from_target'].each { assert lines[3].count(it) == 1 }
      // … and nothing that is compiled for the host.
      assert lines[2] == 'macro [false, false, false]'
      // A plain CFLAGS means the host.
      assert triple == host || lines[0] == 'C says 42'
    }
  }

  def recorded = new File(basedir, "recorded-$out")
  def scripts = [
    "build-script-$host", "build-script-$foreign", "macros-build-script-$host",
  ].collect { new File(recorded, "${it}.txt") }
  scripts.each { script ->
    def lines = script.readLines()
    assert lines.contains('cfg of the script: false')
    // Variables that name a target are for that target alone; the others hold nothing of it.
    def general = lines.findAll { !(it =~ /(?i)^"[^"]*(x86_64|aarch64)[-_]unknown[^"]*"=/) }
    // Two are cargo's own: it tells the script of a target how that target is built.
    if (!script.name.startsWith('macros')) {
      general.removeAll { it =~ /^"(CARGO_ENCODED_RUSTFLAGS|RUSTC_LINKER)"=/ }
    }
    assert general.findAll { it =~ /-clang\b|zig-ar|zig-ranlib|-target|from_/ } == []
    ['CC', 'CFLAGS', 'RUSTFLAGS', 'AR', 'CXX'].each { name ->
      assert general.findAll { it.startsWith("\"$name\"=") } == []
    }
    assert general.contains('"HOST_CC"="cc"')
    assert general.contains('"HOST_CFLAGS"="-DFOR_THE_HOST=1"')
  }
}

// Where the host's triple is no target of zig's, C for the host is the user's own compiler's.
def compiler = new File(basedir, "recorded-second/host-compiler-${foreign}.txt").text
assert compiler.startsWith('"cc" ')
ItSupport.contains(compiler, '-DFOR_THE_HOST=1')
