package io.github.rustcross.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.catalog.yaml.CatalogSource;
import io.github.rustcross.inspect.ElfImage;
import io.github.rustcross.inspect.Endianness;
import io.github.rustcross.inspect.Fixtures;
import io.github.rustcross.inspect.Image;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Of an ELF file")
class ElfRulesTest {
  private static final int OS_ABI_AT = 7;
  private static final long EABI5_HARD = 0x500_0400L;

  @Test
  @DisplayName("the machine's number is the catalog's")
  void machineNumber() throws Exception {
    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.MACHINE))
        .contains("e_machine: 62 | 62 | kept");
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64-unknown-linux-gnu, 0, 0 or 3, kept",
    "x86_64-unknown-linux-gnu, 3, 0 or 3, kept",
    "x86_64-unknown-linux-gnu, 9, 0 or 3, broken",
    "x86_64-unknown-freebsd, 9, 0 or 9, kept",
    "x86_64-unknown-freebsd, 3, 0 or 9, broken"
  })
  @DisplayName("the OS/ABI is one that the system's loader takes")
  void osAbi(String triple, int value, String promised, String outcome) throws Exception {
    Verified file = Verified.cdylib(Elf.library().image().u8(OS_ABI_AT, value), triple);

    assertThat(file.lines(Rule.ABI))
        .containsExactly("OS/ABI: %d | %s | %s".formatted(value, promised, outcome));
    if (outcome.equals("broken")) {
      assertThat(file.onlyFinding().file()).isEqualTo("a-file (OS/ABI)");
      assertThat(file.onlyFinding().cause())
          .isEqualTo(
              "C code was compiled for another calling convention, or link arguments name another"
                  + " system.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x5000400, hard, kept, 5, kept, none, kept",
    "0x5000200, soft, broken, 5, kept, none, kept",
    "0x5000000, unspecified, broken, 5, kept, none, kept",
    "0x5800400, hard, kept, 5, kept, be8, broken",
    "0x4000000, unspecified, broken, 4, broken, none, kept"
  })
  @DisplayName("ARM's flags state the calling convention")
  void armFlags(
      String flags,
      String floats,
      String floatOutcome,
      String version,
      String versionOutcome,
      String words,
      String wordsOutcome)
      throws Exception {
    Verified file = Verified.cdylib(Elf.arm(Long.decode(flags)).image(), Elf.ARM);

    assertThat(file.lines(Rule.ABI))
        .containsExactly(
            "OS/ABI: 0 | 0 or 3 | kept",
            "float ABI: %s | hard | %s".formatted(floats, floatOutcome),
            "ABI version: %s | 5 | %s".formatted(version, versionOutcome),
            "flags: %s | none | %s".formatted(words, wordsOutcome));
  }

  @Test
  @DisplayName("ARM's build attribute states it where the flag does not")
  void floatAbiByAttribute() throws Exception {
    Image image = Image.little(Fixtures.bytes("elf-armv7-glibc-pie"));

    assertThat(Verified.bin(image.u32(36, 0x500_0000L), Elf.ARM).lines(Rule.ABI))
        .contains("float ABI: hard | hard | kept");
    assertThat(Verified.bin(image.u32(36, 0x500_0200L), Elf.ARM).lines(Rule.ABI))
        .contains("float ABI: soft | hard | broken");
  }

  @Test
  @DisplayName("code for another float ABI is told with what to look for")
  void floatAbiText() throws Exception {
    Finding finding = Verified.cdylib(Elf.arm(0x500_0200L).image(), Elf.ARM).finding(Rule.ABI);

    assertThat(finding.message()).isEqualTo("a-file (float ABI): abi: soft; promised is hard");
    assertThat(finding.fix())
        .isEqualTo(
            "Take flags such as -mfloat-abi, -mabi and -march out of build scripts and of CFLAGS,"
                + " and the linker's -m out of the link arguments; the catalog sets them.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0x5 | double | kept   | rvc      | kept
          0x4 | double | kept   | none     | kept
          0x1 | soft   | broken | rvc      | kept
          0x3 | single | broken | rvc      | kept
          0xd | double | kept   | rvc, rve | broken
          """)
  @DisplayName("RISC-V's flags state the calling convention")
  void riscvFlags(
      String flags, String floats, String floatOutcome, String words, String wordsOutcome)
      throws Exception {
    Verified file = Verified.cdylib(Elf.riscv(Long.decode(flags)).image(), Elf.RISCV);

    assertThat(file.lines(Rule.ABI))
        .containsExactly(
            "OS/ABI: 0 | 0 or 3 | kept",
            "float ABI: %s | double | %s".formatted(floats, floatOutcome),
            "flags: %s | at most rvc | %s".formatted(words, wordsOutcome));
  }

  @Test
  @DisplayName("build attributes ask for no newer processor")
  void cpu() throws Exception {
    byte[] armv7 = Fixtures.bytes("elf-armv7-glibc-pie");
    Verified fits = Verified.bin(Image.little(armv7), Elf.ARM);
    Verified newer = Verified.bin(withAttribute(armv7, 6, 10, 14), Elf.ARM);
    Verified newerFloats = Verified.bin(withAttribute(armv7, 10, 4, 5), Elf.ARM);

    assertThat(fits.lines(Rule.CPU))
        .containsExactly(
            "CPU architecture: 10 | 1 or 2 or 3 or 4 or 5 or 6 or 7 or 8 or 9 or 10 | kept",
            "FPU architecture: 4 | 0 or 1 or 2 or 3 or 4 | kept");
    assertThat(newer.finding(Rule.CPU).file()).isEqualTo("a-file (CPU architecture)");
    assertThat(newer.finding(Rule.CPU).measured()).isEqualTo("14");
    assertThat(newer.finding(Rule.CPU).cause())
        .isEqualTo(
            "Code was compiled for newer processors than armv7-unknown-linux-gnueabihf promises (the"
                + " numbers are those of Tag_CPU_arch and Tag_FP_arch in the ABI for the Arm Architecture):"
                + " -march, -mcpu or -mfpu in a build script or in CFLAGS, or -Ctarget-cpu or"
                + " -Ctarget-feature in rustflags.");
    assertThat(newer.finding(Rule.CPU).fix())
        .endsWith("-Drust.verify.rules=armv7-unknown-linux-gnueabihf:cpu=off");
    assertThat(newerFloats.finding(Rule.CPU).message())
        .isEqualTo("a-file (FPU architecture): cpu: 5; promised is 0 or 1 or 2 or 3 or 4");
  }

  @Test
  @DisplayName("a file without build attributes asks for no processor")
  void cpuUnsaid() throws Exception {
    assertThat(Verified.cdylib(Elf.arm(EABI5_HARD).image(), Elf.ARM).lines(Rule.CPU)).isEmpty();
  }

  @Test
  @DisplayName("a program can be loaded anywhere")
  void position() throws Exception {
    ElfImage fixed = Elf.program().type(2);

    assertThat(Verified.bin(Elf.program().image(), Elf.X86_64).lines(Rule.POSITION))
        .containsExactly("position independent | position independent | kept");
    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.POSITION)).isEmpty();
    Finding finding = Verified.bin(fixed.image(), Elf.X86_64).finding(Rule.POSITION);
    assertThat(finding.message())
        .isEqualTo("a-file: position: for a fixed address; promised is position independent");
    assertThat(finding.fix())
        .isEqualTo(
            "Take the flag out of rustflags and link arguments; or switch the rule off:"
                + " -Drust.verify.rules=x86_64-unknown-linux-gnu:position=off");
    assertThat(
            Verified.bin(
                    new ElfImage(false, Endianness.LITTLE).machine(40, EABI5_HARD).type(2).image(),
                    "thumbv7em-none-eabihf")
                .lines(Rule.POSITION))
        .containsExactly("for a fixed address |  | reported");
  }

  @ParameterizedTest
  @ValueSource(ints = {Elf.DT_RPATH, Elf.DT_RUNPATH})
  @DisplayName("libraries are looked for beside the file only")
  void runPath(int tag) throws Exception {
    Verified beside =
        Verified.cdylib(Elf.library().text(tag, "$ORIGIN:$ORIGIN/../lib").image(), Elf.X86_64);
    Verified elsewhere =
        Verified.cdylib(Elf.library().text(tag, "$ORIGIN:/home/me/lib").image(), Elf.X86_64);

    assertThat(beside.broken()).isEmpty();
    assertThat(beside.lines(Rule.RUN_PATH))
        .containsExactly(
            "$ORIGIN, $ORIGIN/../lib | $ORIGIN, $ORIGIN/*, ${ORIGIN}, ${ORIGIN}/* | kept");
    assertThat(elsewhere.onlyFinding().measured()).isEqualTo("$ORIGIN, /home/me/lib");
    assertThat(elsewhere.onlyFinding().fix())
        .isEqualTo(
            "Take -Wl,-rpath out of the link arguments, or make it relative to the file, such as"
                + " $ORIGIN");
  }

  @Test
  @DisplayName("libraries are looked for in no folder at all where an overlay says so")
  void noRunPath() throws Exception {
    Target strict =
        TargetCatalog.load(
                List.of(
                    new CatalogSource(
                        "overlay.yaml",
                        "schemaVersion: 1\ntargets: { %s: { binary: { elf: { runPaths: [] } } } }\n"
                            .formatted(Elf.X86_64))))
            .require(new TargetTriple(Elf.X86_64));
    BinarySubject subject = BinarySubject.of("a-file", strict, ArtifactKind.CDYLIB);

    assertThat(
            Verified.of(Elf.library().text(Elf.DT_RPATH, "$ORIGIN").image().bytes(), subject)
                .lines(Rule.RUN_PATH))
        .containsExactly("$ORIGIN | none | broken");
  }

  @Test
  @DisplayName("thread-local storage of the initial-exec model is trouble in libraries alone")
  void staticTls() throws Exception {
    Image late = Elf.threadStorage(Elf.library(), 8).image();
    Image fixed =
        Elf.threadStorage(Elf.library(), 24).entry(Elf.DT_FLAGS, Elf.DF_STATIC_TLS).image();
    Image program =
        Elf.threadStorage(Elf.program(), 24).entry(Elf.DT_FLAGS, Elf.DF_STATIC_TLS).image();

    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.STATIC_TLS)).isEmpty();
    assertThat(Verified.cdylib(late, Elf.X86_64).lines(Rule.STATIC_TLS))
        .containsExactly("none | none | kept");
    assertThat(Verified.bin(program, Elf.X86_64).lines(Rule.STATIC_TLS)).isEmpty();
    Finding finding = Verified.cdylib(fixed, Elf.X86_64).onlyFinding();
    assertThat(finding.message())
        .isEqualTo("a-file: static-tls: DF_STATIC_TLS, 24 bytes; promised is none");
    assertThat(finding.cause()).contains("-ftls-model=initial-exec");
    assertThat(finding.fix()).contains("-ftls-model=global-dynamic");
  }

  @Test
  @DisplayName("the stack is not executable, and the file says so")
  void stack() throws Exception {
    Verified executable = Verified.cdylib(Elf.libraryWithExecutableStack().image(), Elf.X86_64);
    Verified unsaid = Verified.cdylib(Elf.libraryThatSaysNothingOfItsStack().image(), Elf.X86_64);

    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.STACK))
        .containsExactly("not-executable | not-executable | kept");
    assertThat(executable.onlyFinding().message())
        .isEqualTo("a-file: stack: executable; promised is not-executable");
    assertThat(executable.onlyFinding().fix())
        .startsWith("Add .section .note.GNU-stack,\"\",@progbits to the file");
    assertThat(unsaid.onlyFinding().message())
        .isEqualTo("a-file: stack: unspecified; promised is not-executable");
  }

  @Test
  @DisplayName("code is not changed when it is loaded")
  void textRelocation() throws Exception {
    Verified file = Verified.cdylib(Elf.library().entry(Elf.DT_TEXTREL, 0).image(), Elf.X86_64);

    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.TEXT_RELOCATION))
        .containsExactly("none | none | kept");
    assertThat(file.onlyFinding().message())
        .isEqualTo("a-file: text-relocation: DT_TEXTREL; promised is none");
    assertThat(file.onlyFinding().fix())
        .isEqualTo(
            "Compile C with -fPIC (the cc crate: .pic(true)), and take -z notext out of the link"
                + " arguments.");
  }

  @Test
  @DisplayName("other hardening is told, no more")
  void hardening() throws Exception {
    assertThat(Verified.cdylib(Elf.library().image(), Elf.X86_64).lines(Rule.HARDENING))
        .containsExactly("no RELRO |  | reported");
    assertThat(
            Verified.of(
                    Fixtures.bytes("elf-x86_64-jni.so"),
                    Verified.subject(Elf.X86_64, ArtifactKind.CDYLIB))
                .lines(Rule.HARDENING))
        .containsExactly("full RELRO, bound at start |  | reported");
  }

  /** Changes the value of a build attribute, the first with such a tag and value. */
  private static Image withAttribute(byte[] file, int tag, int value, int changed) {
    Image image = Image.little(file);
    int section = new String(file, StandardCharsets.ISO_8859_1).indexOf("aeabi");
    int at = section;
    while (file[at] != tag || file[at + 1] != value) {
      at++;
    }
    return image.u8(at + 1, changed);
  }
}
