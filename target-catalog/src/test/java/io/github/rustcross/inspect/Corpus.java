package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files that others made, or that the matrix of targets did; not all of them are binaries. */
final class Corpus {

  // Debian's packages of libraries for other processors, which .ci/run installs, and with them the
  // libraries and objects that GCC itself has for those and for Windows.
  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "aarch64-linux-gnu/lib",
          "arm-linux-gnueabihf/lib",
          "i686-linux-gnu/lib",
          "m68k-linux-gnu/lib",
          "mips-linux-gnu/lib",
          "mips64el-linux-gnuabi64/lib",
          "powerpc-linux-gnu/lib",
          "powerpc64le-linux-gnu/lib",
          "riscv64-linux-gnu/lib",
          "s390x-linux-gnu/lib",
          "sparc64-linux-gnu/lib",
          "lib/gcc-cross/aarch64-linux-gnu",
          "lib/gcc/x86_64-w64-mingw32");

  private Corpus() {}

  /**
   * What is in jars, and in jars within them, but for classes.
   *
   * @param jars a folder of jars
   * @param into where the files are written, each under the name of its jar
   */
  static List<Path> ofJars(Path jars, Path into) throws IOException {
    for (Path jar : walk(jars, 1, file -> true)) {
      unpack(jar, into.resolve(jar.getFileName()));
    }
    return walk(into, Integer.MAX_VALUE, file -> true);
  }

  /**
   * What the matrix built: its programs and libraries, and the C archives that went into them.
   *
   * @param folder of the matrix's projects; nothing was built if it is not there
   */
  static List<Path> ofMatrix(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    return walk(
        folder,
        Integer.MAX_VALUE,
        file -> {
          String path = file.toString();
          return path.contains("/target/rust-cross/")
              && (!path.contains("/target/rust-cross/cargo/") || path.endsWith(".a"));
        });
  }

  /** The system's folders of foreign libraries, below {@code /usr} or what stands for it. */
  static List<Path> systemFolders(Path usr) {
    return SYSTEM_FOLDERS.stream().map(usr::resolve).toList();
  }

  /** The files in a folder, and in the folders in it, which GCC has for each of its versions. */
  static List<Path> ofSystem(Path folder) throws IOException {
    return walk(folder, 2, file -> true);
  }

  private static void unpack(Path jar, Path into) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException(entry.getName() + " leads out of " + into);
        }
        if (!entry.isDirectory() && !entry.getName().endsWith(".class")) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
          if (isZip(file)) {
            unpack(file, file.resolveSibling(file.getFileName() + "!"));
          }
        }
      }
    }
  }

  private static boolean isZip(Path file) throws IOException {
    try (ByteSource source = ByteSource.open(file)) {
      return source.matches(0, 'P', 'K', 3, 4);
    }
  }

  private static List<Path> walk(Path folder, int depth, Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    }
  }
}
