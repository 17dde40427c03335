import io.github.rustcross.maven.it.MatrixProject

MatrixProject.write(basedir.toPath())
true
