import java.nio.file.Files

// All that is on PATH but what compiles or links.
def compilers = ~/(.*-)?(cc|c89|c99|c\+\+|cpp|gcc|g\+\+|clang|clang\+\+|tcc|ld|lld|gold|bfd)([-.].*)?|cc1.*|ld[.-].*|.*-ld.*|zig.*/
def path = new File(basedir, 'path').toPath()
Files.createDirectories(path)
System.getenv('PATH').split(File.pathSeparator).collect { new File(it) }.each { folder ->
  (folder.listFiles() ?: []).findAll { it.canExecute() && it.isFile() && !(it.name ==~ compilers) }.each {
    def link = path.resolve(it.name)
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, it.toPath())
    }
  }
}
assert Files.exists(path.resolve('cargo'))
['cc', 'gcc', 'clang', 'ld'].each { assert !Files.exists(path.resolve(it)) }
true
