import io.github.rustcross.maven.it.Exec

Exec.output(basedir.toPath(), [:], ['cargo', 'vendor', '--locked', 'vendor'])
true
