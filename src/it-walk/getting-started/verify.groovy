import io.github.rustcross.maven.it.GuideWalk

GuideWalk.follow('docs/getting-started.md', basedir, localRepositoryPath, mavenHome)
true
