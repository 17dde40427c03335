package io.github.rustcross.maven.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.Language;
import io.github.rustcross.catalog.Role;
import io.github.rustcross.maven.fixture.Crates;
import io.github.rustcross.maven.fixture.Request;
import io.github.rustcross.maven.fixture.Scene;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What is exported of a target")
class ExportedTargetFactoryTest {
  private static final String MUSL = "x86_64-unknown-linux-musl";
  private static final String HOST = "x86_64-unknown-linux-gnu";

  @TempDir Path sysroot;
  private Scene scene;

  @BeforeEach
  void machine() {
    scene = new Scene(sysroot, Crates.pureApp());
  }

  private Export export(Request request, ArtifactKind kind) throws Exception {
    return new ExportedTargetFactory(scene.view(request)).create(kind);
  }

  private ExportedTarget one(Request request, ArtifactKind kind) throws Exception {
    return export(request, kind).targets().get(0);
  }

  @Test
  @DisplayName("is a toolchain for C and C++, where a build of pure Rust would take another one")
  void foreignCode() throws Exception {
    ExportedTarget target = one(Request.of(MUSL), ArtifactKind.BIN);

    assertThat(target.toolchain()).isEqualTo("zig");
    assertThat(target.languages()).containsExactlyInAnyOrder(Language.C, Language.CXX);
    assertThat(target.programs())
        .containsKeys(Role.CC, Role.CXX, Role.AR, Role.RANLIB, Role.LINKER);
  }

  @Test
  @DisplayName("is as much as the toolchain that is named can do")
  void named() throws Exception {
    ExportedTarget target = one(Request.of(MUSL).crossToolchain("rust-lld"), ArtifactKind.BIN);

    assertThat(target.languages()).isEmpty();
    assertThat(target.programs()).containsOnlyKeys(Role.LINKER);
  }

  @Test
  @DisplayName("is C alone where nothing links C++ for the target")
  void withoutCxx() throws Exception {
    assertThat(one(Request.of("thumbv6m-none-eabi"), ArtifactKind.BIN).languages())
        .containsExactly(Language.C);
  }

  @Test
  @DisplayName("is refused, with the reasons, where this machine lacks what others have")
  void unavailable() {
    scene.withoutTools();

    assertThatThrownBy(() -> export(Request.of(MUSL + ",aarch64-apple-darwin"), ArtifactKind.BIN))
        .hasMessageContaining("RC-TOOLCHAIN-UNAVAILABLE: no toolchain here can build for " + MUSL)
        .hasMessageContaining("no toolchain here can build for aarch64-apple-darwin");
  }

  @Test
  @DisplayName("has rustc's flags for the kind that is asked for, and knows those of the others")
  void kinds() throws Exception {
    ExportedTarget program = one(Request.of(MUSL), ArtifactKind.BIN);
    ExportedTarget library = one(Request.of(MUSL), ArtifactKind.CDYLIB);

    assertThat(program.flags()).doesNotContain("-Ctarget-feature=-crt-static");
    assertThat(library.flags()).contains("-Ctarget-feature=-crt-static");
    assertThat(program.othersInFlags()).containsExactly(ArtifactKind.CDYLIB);
    assertThat(program.rustflags()).isEqualTo(library.rustflags());
    assertThat(export(Request.of(MUSL), ArtifactKind.BIN).in(new EnvFormat()))
        .contains(
            "# The flags of x86_64-unknown-linux-musl are for a bin; a cdylib has others:"
                + " -Drust.export.kind=cdylib\n");
  }

  @Test
  @DisplayName("is refused for a kind that the target has not")
  void noSuchKind() {
    assertThatThrownBy(() -> export(Request.of("thumbv6m-none-eabi"), ArtifactKind.CDYLIB))
        .hasMessageContaining(
            "RC-EXPORT-REFUSED: thumbv6m-none-eabi: rust.export.kind cannot be 'cdylib', of which"
                + " the target has none")
        .hasMessageContaining("It has: bin, staticlib");
  }

  @Test
  @DisplayName("has the host's linker among rustc's flags, so that build scripts keep their own")
  void hostLinker() throws Exception {
    ExportedTarget target = one(Request.of(HOST), ArtifactKind.BIN);

    assertThat(target.environment().variables())
        .containsKey("CC_x86_64_unknown_linux_gnu")
        .doesNotContainKey("CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_LINKER");
    assertThat(target.flags()).contains("-Clinker=" + target.programs().get(Role.LINKER));
  }

  @Test
  @DisplayName("is nothing at all for 'host', which plain cargo builds as it is")
  void host() throws Exception {
    ExportedTarget target = one(Request.of("host"), ArtifactKind.BIN);

    assertThat(target.environment().variables()).isEmpty();
    assertThat(target.flags()).isEmpty();
    assertThat(target.languages()).containsExactlyInAnyOrder(Language.C, Language.CXX);
  }

  @Test
  @DisplayName("is that of its parts where it is joined from others, each once")
  void universal() throws Exception {
    Export export =
        export(Request.of("universal2-apple-darwin,aarch64-apple-darwin"), ArtifactKind.BIN);

    assertThat(export.targets())
        .extracting(target -> target.target().triple().value())
        .containsExactly("aarch64-apple-darwin", "x86_64-apple-darwin");
  }
}
