import io.github.rustcross.maven.host.HostSystem
import java.nio.file.Files

// A tool cache whose name is hard to write, with the tools of the user's own: they are large.
def cache = new File(basedir, "Größe of \$HOME's cache").toPath()
def own = new HostSystem().cacheDir()
Files.createDirectories(cache)
['tools', 'locks'].each { name ->
  Files.createDirectories(own.resolve(name))
  if (!Files.exists(cache.resolve(name))) {
    Files.createSymbolicLink(cache.resolve(name), own.resolve(name))
  }
}
true
