package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("On the machines that people have")
class HostsGoldenTest {
  /** Of a machine: who it is, how its paths look, and what is on its PATH. */
  record Host(
      String file,
      String triple,
      Configuration paths,
      String programFolder,
      String cacheFolder,
      List<String> programs) {
    PlannedHost planned(TargetCatalog catalog) {
      FileSystem files = Jimfs.newFileSystem(paths);
      FakeHost search = new FakeHost(files);
      HostPlatform platform = HostPlatform.of(new TargetTriple(triple), false);
      Path folder = files.getPath(programFolder);
      programs.forEach(
          name ->
              search.program(name, folder.resolve(name + platform.executableSuffix()).toString()));
      return new PlannedHost(catalog, platform, search, files.getPath(cacheFolder));
    }

    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Host> hosts() {
    return Stream.of(
        new Host(
            "macos-aarch64",
            "aarch64-apple-darwin",
            Configuration.osX(),
            "/opt/homebrew/bin",
            "/Users/ada/Library/Caches/rust-cross",
            List.of("brew", "cc", "python3")),
        new Host(
            "windows-x86_64",
            "x86_64-pc-windows-msvc",
            Configuration.windows(),
            "C:\\Program Files\\Tools",
            "C:\\Users\\Ada Lovelace\\AppData\\Local\\rust-cross",
            List.of("winget", "python")),
        new Host(
            "alpine-x86_64",
            "x86_64-unknown-linux-musl",
            Configuration.unix(),
            "/usr/bin",
            "/home/ada/.cache/rust-cross",
            List.of("apk", "cc", "python3")),
        new Host(
            "debian-aarch64",
            "aarch64-unknown-linux-gnu",
            Configuration.unix(),
            "/usr/bin",
            "/home/ada/.cache/rust-cross",
            List.of("apt-get", "cc", "python3", "x86_64-linux-gnu-gcc", "x86_64-linux-gnu-g++")),
        new Host(
            "fedora-x86_64",
            "x86_64-unknown-linux-gnu",
            Configuration.unix(),
            "/usr/bin",
            "/home/ada/.cache/rust-cross",
            List.of("dnf", "cc", "python3")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hosts")
  @DisplayName("each target is built by what its golden file says, or the way to get it is told")
  void golden(Host host) {
    String text = host.planned(TargetCatalog.bundled()).text();

    Golden.check("hosts/" + host.file() + ".txt", text);
    if (host.triple().contains("windows")) {
      assertThat(text).contains(".bat").contains("C:\\Users\\Ada Lovelace\\AppData");
    } else {
      assertThat(text).doesNotContain(".bat").doesNotContain("\\");
    }
  }
}
