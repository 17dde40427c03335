import io.github.rustcross.maven.host.HostSystem
import io.github.rustcross.maven.it.Exec
import io.github.rustcross.maven.it.ItSupport
import io.github.rustcross.maven.it.NestedMaven
import java.nio.file.Files

def arm = 'aarch64-unknown-linux-gnu'
def host = 'x86_64-unknown-linux-gnu'
def windows = 'x86_64-pc-windows-gnu'
def folder = basedir.toPath()
Exec.output(folder, [:], ['rustup', 'target', 'add', arm, windows])

// The user's own variables, which would win.
def none = ['RUSTFLAGS', 'CARGO_ENCODED_RUSTFLAGS', 'CARGO_TARGET_DIR'].collectEntries { [(it): ''] }
def cargo = { List<String> words ->
  def result = Exec.run(folder, none, ['cargo', 'build', '--locked', '--release'] + words)
  assert result.exitCode() == 0 : result
  result.stderr()
}

// With .cargo/config.toml, by its mere being there.
cargo(['--target', arm, '--target', windows])
def binary = folder.resolve("target/$arm/release/hello")
ItSupport.needsAtMostGlibc(binary, '2.17')
ItSupport.prints(binary, 'C says 42 on aarch64-linux\n')
ItSupport.prints(folder.resolve("target/$windows/release/hello.exe"), 'C says 42 on x86_64-windows\n')

// The host as a target: its linker is not that of the build script.
def lines = cargo(['-v', '--target', host, '--target-dir', 'target/host']).readLines().findAll { it.contains('Running `') && it.contains('--crate-name') }
ItSupport.contains(lines.find { it.contains('--crate-name hello') }, '-link-clang')
ItSupport.lacks(lines.find { it.contains('--crate-name build_script_build') }, '-link-clang')
def own = folder.resolve("target/host/$host/release/hello")
ItSupport.needsAtMostGlibc(own, '2.17')
ItSupport.prints(own, 'C says 42 on x86_64-linux\n')

// In a shell, without a configuration.
Files.move(folder.resolve('.cargo'), folder.resolve('set-aside'))
Exec.output(folder, none, ['sh', '-c',
  ". ./aarch64.env && cargo build --locked --release --target $arm --target-dir target/shell".toString()])
def fromShell = folder.resolve("target/shell/$arm/release/hello")
ItSupport.needsAtMostGlibc(fromShell, '2.17')
ItSupport.prints(fromShell, 'C says 42 on aarch64-linux\n')

def refused = new ItSupport(basedir, localRepositoryPath).log().invocation(3)
ItSupport.contains(refused, "RC-EXPORT-REFUSED: $windows: cargo divides rustflags in a variable at spaces, and '-Cdlltool=")
ItSupport.contains(refused, 'Use -Drust.format=cargo-config, which can say it')
assert !Files.exists(folder.resolve('refused.env'))

// Standard output has the file and nothing else of ours: some Mavens reset colours, whatever they are told.
def bare = new NestedMaven(basedir, localRepositoryPath, mavenHome).run('.', 'bare.log', '-q',
  'io.github.rustcross:rust-cross-maven-plugin:export', '-Drust.targets=' + arm)
assert bare.replace("\u001b[0m", '') == folder.resolve('aarch64.env').toFile().getText('UTF-8')
true
