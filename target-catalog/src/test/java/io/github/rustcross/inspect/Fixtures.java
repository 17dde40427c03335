package io.github.rustcross.inspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The real binaries beside this class; their README says how they were made. */
public final class Fixtures {

  static final List<String> NAMES =
      List.of(
          "ar-bsd-macho.a",
          "ar-coff.a",
          "ar-gnu-elf.a",
          "ar-import-library.lib",
          "ar-rust-elf.rlib",
          "ar-rust-wasm.rlib",
          "elf-aarch64-glibc-pie",
          "elf-armv7-glibc-pie",
          "elf-i686-glibc-no-pie",
          "elf-s390x-glibc-no-pie",
          "elf-x86_64-glibc-library.so",
          "elf-x86_64-glibc-no-pie",
          "elf-x86_64-glibc-pie",
          "elf-x86_64-private",
          "elf-x86_64-interp-library.so",
          "elf-x86_64-jni.so",
          "elf-x86_64-musl-static-pie",
          "macho-arm64",
          "macho-arm64.dylib",
          "macho-x86_64",
          "macho-x86_64.dylib",
          "pe-aarch64.exe",
          "pe-i686.dll",
          "pe-x86_64-delay.exe",
          "pe-x86_64-exports.dll",
          "pe-x86_64.exe",
          "wasm32-component.wasm",
          "wasm32-module.wasm",
          "wasm32-producers.wasm",
          "wasm64-module.wasm");

  private Fixtures() {}

  static Path path(String name) {
    try {
      return Path.of(Fixtures.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static byte[] bytes(String name) {
    try (InputStream stream = Fixtures.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Inspection inspect(byte[] bytes) throws IOException, MalformedBinaryException {
    return BinaryInspector.inspect(ByteSource.of(bytes));
  }

  static <T extends BinaryDetails> T details(Class<T> type, String name)
      throws IOException, MalformedBinaryException {
    return type.cast(BinaryInspector.details(path(name)));
  }
}
