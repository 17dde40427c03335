package io.github.rustcross.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class FixtureTest {

  static final List<String> NAMES = Fixtures.NAMES;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          elf-aarch64-glibc-pie        | elf    | executable     | aarch64 | 64 | little | dynamic
          elf-armv7-glibc-pie          | elf    | executable     | arm     | 32 | little | dynamic
          elf-i686-glibc-no-pie        | elf    | executable     | x86     | 32 | little | dynamic
          elf-s390x-glibc-no-pie       | elf    | executable     | s390x   | 64 | big    | dynamic
          elf-x86_64-glibc-library.so  | elf    | shared-library | x86_64  | 64 | little | dynamic
          elf-x86_64-glibc-no-pie      | elf    | executable     | x86_64  | 64 | little | dynamic
          elf-x86_64-glibc-pie         | elf    | executable     | x86_64  | 64 | little | dynamic
          elf-x86_64-private     | elf    | executable     | x86_64  | 64 | little | dynamic
          elf-x86_64-interp-library.so | elf    | shared-library | x86_64  | 64 | little | dynamic
          elf-x86_64-musl-static-pie   | elf    | executable     | x86_64  | 64 | little | static
          macho-arm64                  | mach-o | executable     | aarch64 | 64 | little | dynamic
          macho-arm64.dylib            | mach-o | shared-library | aarch64 | 64 | little | dynamic
          macho-x86_64                 | mach-o | executable     | x86_64  | 64 | little | dynamic
          macho-x86_64.dylib           | mach-o | shared-library | x86_64  | 64 | little | dynamic
          pe-aarch64.exe               | pe     | executable     | aarch64 | 64 | little | dynamic
          pe-i686.dll                  | pe     | shared-library | x86     | 32 | little | dynamic
          pe-x86_64-delay.exe          | pe     | executable     | x86_64  | 64 | little | dynamic
          pe-x86_64.exe                | pe     | executable     | x86_64  | 64 | little | dynamic
          wasm32-component.wasm        | wasm   | component      | wasm32  | 32 | little | dynamic
          wasm32-module.wasm           | wasm   | module         | wasm32  | 32 | little | dynamic
          wasm64-module.wasm           | wasm   | module         | wasm64  | 64 | little | static
          """)
  void tellsWhatABinaryIs(
      String fixture,
      String format,
      String kind,
      String architecture,
      int bits,
      String endianness,
      String linkage)
      throws Exception {
    Inspection inspection = BinaryInspector.inspect(Fixtures.path(fixture));

    assertThat(inspection.format().id()).isEqualTo(format);
    assertThat(inspection.kind().id()).isEqualTo(kind);
    assertThat(inspection.architecture()).isEqualTo(architecture);
    assertThat(inspection.bits()).isEqualTo(bits);
    assertThat(inspection.endianness().id()).isEqualTo(endianness);
    assertThat(inspection.linkage().id()).isEqualTo(linkage);
    assertThat(inspection.slices()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          elf-aarch64-glibc-pie | /lib/ld-linux-aarch64.so.1 | 2.34 | libc.so.6
          elf-armv7-glibc-pie | /lib/ld-linux-armhf.so.3 | 2.34 | libc.so.6
          elf-i686-glibc-no-pie | /lib/ld-linux.so.2 | 2.0 | libc.so.6
          elf-s390x-glibc-no-pie | /lib/ld64.so.1 | 2.2 | libc.so.6
          elf-x86_64-glibc-library.so | - | 2.2.5 | libc.so.6
          elf-x86_64-glibc-no-pie | /lib64/ld-linux-x86-64.so.2 | 2.34 | libc.so.6
          elf-x86_64-glibc-pie | /lib64/ld-linux-x86-64.so.2 | 2.34 | libc.so.6
          elf-x86_64-private | /lib64/ld-linux-x86-64.so.2 | 2.34 | ld-linux-x86-64.so.2,libc.so.6
          elf-x86_64-interp-library.so | /lib64/ld-linux-x86-64.so.2 | - | -
          elf-x86_64-musl-static-pie | - | - | -
          macho-arm64 | /usr/lib/dyld | - | /usr/lib/libSystem.B.dylib
          macho-arm64.dylib | - | - | /usr/lib/libSystem.B.dylib
          macho-x86_64 | /usr/lib/dyld | - | /usr/lib/libSystem.B.dylib
          macho-x86_64.dylib | - | - | /usr/lib/libSystem.B.dylib
          pe-aarch64.exe | - | - | KERNEL32.dll,USER32.dll
          pe-i686.dll | - | - | KERNEL32.dll
          pe-x86_64-delay.exe | - | - | KERNEL32.dll,USER32.dll
          pe-x86_64.exe | - | - | KERNEL32.dll,USER32.dll
          wasm32-module.wasm | - | - | host,clock
          wasm64-module.wasm | - | - | -
          """)
  void tellsWhatABinaryNeeds(String fixture, String interpreter, String glibc, String needed)
      throws Exception {
    Inspection inspection = BinaryInspector.inspect(Fixtures.path(fixture));

    assertThat(inspection.interpreter()).isEqualTo(Optional.ofNullable(interpreter));
    assertThat(inspection.glibc().map(GlibcVersion::toString))
        .isEqualTo(Optional.ofNullable(glibc));
    assertThat(inspection.needed())
        .isEqualTo(needed == null ? List.of() : Arrays.asList(needed.split(",")));
  }

  @Test
  void tellsWhatAComponentNeeds() throws Exception {
    assertThat(BinaryInspector.inspect(Fixtures.path("wasm32-component.wasm")).needed())
        .containsExactly(
            "wasi:cli/exit@0.2.6",
            "wasi:io/error@0.2.6",
            "wasi:io/streams@0.2.6",
            "wasi:cli/stderr@0.2.6");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ar-bsd-macho.a        | mach-o | aarch64 | 64
          ar-coff.a             | pe     | x86_64  | 64
          ar-gnu-elf.a          | elf    | x86_64  | 64
          ar-import-library.lib | pe     | x86_64  | 64
          ar-rust-elf.rlib      | elf    | x86_64  | 64
          ar-rust-wasm.rlib     | wasm   | wasm32  | 32
          """)
  void tellsWhatAnArchiveHolds(String fixture, String format, String architecture, int bits)
      throws Exception {
    Inspection inspection = BinaryInspector.inspect(Fixtures.path(fixture));

    assertThat(inspection.format()).isEqualTo(BinaryFormat.ARCHIVE);
    assertThat(inspection.kind()).isEqualTo(FileKind.ARCHIVE);
    assertThat(inspection.architecture()).isEqualTo(architecture);
    assertThat(inspection.bits()).isEqualTo(bits);
    assertThat(inspection.linkage()).isEqualTo(Linkage.STATIC);
    assertThat(inspection.needed()).isEmpty();
    assertThat(inspection.slices())
        .singleElement()
        .satisfies(
            slice -> {
              assertThat(slice.format().id()).isEqualTo(format);
              assertThat(slice.kind()).isEqualTo(FileKind.OBJECT);
              assertThat(slice.architecture()).isEqualTo(architecture);
              assertThat(slice.bits()).isEqualTo(bits);
            });
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void readsTheSameFromFileAndMemory(String fixture) throws Exception {
    assertThat(Fixtures.inspect(Fixtures.bytes(fixture)))
        .isEqualTo(BinaryInspector.inspect(Fixtures.path(fixture)));
  }
}
