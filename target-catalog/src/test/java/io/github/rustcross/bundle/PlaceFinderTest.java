package io.github.rustcross.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a path in a jar says of platforms")
class PlaceFinderTest {
  private final PlaceFinder places = new PlaceFinder(TargetCatalog.bundled().places());

  @ParameterizedTest(name = "{0} → {1}")
  @DisplayName("is read as libraries for the JVM mean it")
  @CsvSource(
      textBlock =
          """
          com/sun/jna/linux-x86-64/libjnidispatch.so, linux x86_64 glibc
          com/sun/jna/linux-x86/libjnidispatch.so, linux x86 glibc
          com/sun/jna/linux-armel/libjnidispatch.so, linux arm glibc
          com/sun/jna/linux-ppc64le/libjnidispatch.so, linux powerpc64 glibc
          com/sun/jna/linux-mips64el/libjnidispatch.so, linux mips64 glibc
          com/sun/jna/win32-x86-64/jnidispatch.dll, windows x86_64
          com/sun/jna/win32-x86/jnidispatch.dll, windows x86
          com/sun/jna/darwin/libjnidispatch.jnilib, macos
          com/sun/jna/darwin-x86-64/libjnidispatch.jnilib, macos x86_64
          com/sun/jna/dragonflybsd-x86-64/libjnidispatch.so, dragonfly x86_64
          com/sun/jna/sunos-sparcv9/libjnidispatch.so, solaris sparc64
          natives/linux_64/libx.so, linux x86_64 glibc
          natives/linux_32/libx.so, linux x86 glibc
          natives/linux_arm64/libx.so, linux aarch64 glibc
          natives/osx_arm64/libx.dylib, macos aarch64
          natives/osx_64/libx.dylib, macos x86_64
          natives/windows_64/x.dll, windows x86_64
          META-INF/native/libnetty_tcnative_linux_x86_64.so, linux x86_64 glibc
          META-INF/native/libnetty_tcnative_osx_aarch_64.jnilib, macos aarch64
          META-INF/native/libnetty_transport_native_epoll_aarch_64.so, aarch64
          META-INF/native/linux-aarch_64-musl/libx.so, linux aarch64 musl
          META-INF/native/windows-x86_32-gnu/x.dll, windows x86
          META-INF/native/osx-universal2/libx.dylib, macos universal
          org/sqlite/native/Linux-Musl/x86_64/libsqlitejdbc.so, linux x86_64 musl
          org/sqlite/native/Linux-Android/arm/libsqlitejdbc.so, android arm
          org/sqlite/native/Mac/aarch64/libsqlitejdbc.dylib, macos aarch64
          org/xerial/snappy/native/Linux/android-aarch64/libsnappyjava.so, android aarch64
          org/xerial/snappy/native/Linux/x86_64-musl/libsnappyjava.so, linux x86_64 musl
          org/xerial/snappy/native/SunOS/sparc/libsnappyjava.so, solaris sparc
          librocksdbjni-linux64.so, linux x86_64 glibc
          librocksdbjni-linux32-musl.so, linux x86 musl
          librocksdbjni-linux-ppc64le-musl.so, linux powerpc64 musl
          librocksdbjni-win64.dll, windows x86_64
          librocksdbjni-osx-arm64.jnilib, macos aarch64
          linux/amd64/libzstd-jni-1.5.7-4.so, linux x86_64 glibc
          win/x86/libzstd-jni-1.5.7-4.dll, windows x86
          linux/x64/org/lwjgl/liblwjgl.so, linux x86_64 glibc
          macos/arm64/org/lwjgl/liblwjgl.dylib, macos aarch64
          org/bytedeco/javacpp/macosx-arm64/libjnijavacpp.dylib, macos aarch64
          jni/i386-Windows/jffi-1.2.dll, windows x86
          jni/arm64-v8a/libx.so, aarch64
          jni/armeabi-v7a/libx.so, arm
          linux/armv8/musl/libaws-crt-jni.so, linux aarch64 musl
          Linux/armv8_32/libjSerialComm.so, linux arm glibc
          Linux/armv6hf/libjSerialComm.so, linux arm glibc
          libduckdb_java.so_osx_universal, macos universal
          ai/onnxruntime/native/win-x64/onnxruntime.dll, windows x86_64
          BOOT-INF/lib/x-linux-x86_64.jar!/META-INF/libx.so, linux x86_64 glibc
          natives\\linux-x86-64\\libx.so, linux x86_64 glibc
          lib/libx.so, says nothing
          org/mackerel/windowing/arms/libx86ish.so, says nothing
          """)
  void words(String path, String words) {
    assertThat(places.find(path, "").text()).isEqualTo(words);
  }

  @Test
  @DisplayName("is what the nearest folder says: packages have names too")
  void nearest() {
    assertThat(places.find("org/acme/mac/linux-aarch64/libx.so", "").text())
        .isEqualTo("linux aarch64 glibc");
  }

  @Test
  @DisplayName("heeds a system in the file's name only where a processor stands with it")
  void nameOfTheFile() {
    assertThat(places.find("linux/x86_64/libcrypto-mac.so", "").name().systems()).isEmpty();
    assertThat(places.find("linux/x86_64/libx-osx-arm64.so", "").text())
        .isEqualTo("linux/macos x86_64/aarch64 glibc");
  }

  @Test
  @DisplayName("takes the C library of the outermost file's name where the path says none")
  void outermost() {
    assertThat(places.find("linux-x86-64/libx.so", "x-1.0-linux-x86_64-musl.jar").text())
        .isEqualTo("linux x86_64 musl");
    assertThat(places.find("lib/libx.so", "x-1.0-windows.jar").text()).isEqualTo("says nothing");
  }
}
