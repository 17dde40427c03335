import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ItSupport

// What the user's own environment says would win over the file.
def none = ['CGO_ENABLED', 'GOOS', 'GOARCH', 'GOARM', 'CC', 'CXX', 'AR'].collectEntries { [(it): ''] }

def build = { String name, String library ->
  def folder = new File(basedir, name)
  def variables = none + [GOENV: new File(folder, 'go.env').path]
  Exec.output(basedir.toPath(), variables,
    ['go', 'build', '-buildmode=c-shared', '-o', "$name/$library".toString(), '.'])
  new File(folder, library).toPath()
}

// The compiler as Go reads it: between quotes, if there are some.
def compiler = { String name ->
  def line = new File(basedir, "$name/go.env").readLines().find { it.startsWith('CC=') }
  line.substring(3).replaceAll(/^(['"])(.*)\1$/, '$2')
}

def greets = { String name, String library, String program, String platform, List<String> flags ->
  def folder = new File(basedir, name)
  Exec.output(basedir.toPath(), [:],
    [compiler(name), 'caller.c', '-o', "$name/$program".toString()] + flags)
  ItSupport.run(new File(folder, program).toPath(), "./$library").ifPresent {
    assert it == "Go greets Maven, 5 letters, on $platform\n"
  }
}

assert compiler('linux').contains("Größe of \$HOME's cache/wrappers/")
def linux = build('linux', 'libgreeting.so')
ItSupport.needsAtMostGlibc(linux, '2.17')
greets('linux', 'libgreeting.so', 'caller', 'linux/arm64', ['-ldl'])

assert compiler('gcc').endsWith('/aarch64-linux-gnu-gcc')
build('gcc', 'libgreeting.so')
greets('gcc', 'libgreeting.so', 'caller', 'linux/arm64', ['-ldl'])

build('windows', 'greeting.dll')
greets('windows', 'greeting.dll', 'caller.exe', 'windows/amd64', [])

def both = new ItSupport(basedir, localRepositoryPath).log().invocation(4)
ItSupport.contains(both, "RC-EXPORT-REFUSED: a file of the format 'go' is for one target, and these are 2: aarch64-unknown-linux-gnu, x86_64-pc-windows-gnu")
ItSupport.contains(both, 'Write one file for each: -Drust.targets=aarch64-unknown-linux-gnu')
true
