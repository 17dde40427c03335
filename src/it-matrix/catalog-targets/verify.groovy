import io.github.rustcross.maven.it.MatrixRun

// A script's own output goes to build.log; this is for whoever runs the matrix.
def console = new PrintStream(new FileOutputStream(FileDescriptor.out), true)
MatrixRun.of(basedir.toPath()).check(console)
