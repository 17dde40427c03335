package io.github.rustcross.maven.verify.jni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The native methods of class folders")
class NativeMethodsTest {
  private static final String CODEC =
      """
      package org.example;
      public class Codec {
        public native byte[] encode(String text);
        public native byte[] encode(byte[] bytes);
        public byte[] encode(char[] letters) { return null; }
        static native void close();
        abstract static class State { abstract void end(); native long size(); }
      }
      """;

  @TempDir private Path folder;

  @Test
  @DisplayName("are found in all packages, those with native namesakes marked")
  void found() throws IOException {
    Path classes = Javac.compile(folder, CODEC, "class Other { native void run(); }");
    Files.writeString(classes.resolve("notes.txt"), "no class");

    NativeMethods found = NativeMethods.in(List.of(classes));

    assertThat(found.unread()).isEmpty();
    assertThat(found.methods())
        .extracting(NativeMethod::signature, NativeMethod::overloaded)
        .containsExactly(
            tuple("Other.run()", false),
            tuple("org.example.Codec.close()", false),
            tuple("org.example.Codec.encode(java.lang.String)", true),
            tuple("org.example.Codec.encode(byte[])", true),
            tuple("org.example.Codec$State.size()", false));
  }

  @Test
  @DisplayName("are not those that JNA maps to functions of C")
  void directMapping() throws IOException {
    Path classes =
        Javac.compile(
            folder,
            "package com.sun.jna; public class Native { public static void register(String n) {} }",
            "class Mapped { static { com.sun.jna.Native.register(\"c\"); } native int abs(int x); }",
            "class Plain { native int abs(int x); }");

    assertThat(NativeMethods.in(List.of(classes)).methods())
        .extracting(NativeMethod::signature)
        .containsExactly("Plain.abs(int)");
  }

  @Test
  @DisplayName("are none where there is no folder, or nothing in it")
  void none() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(NativeMethods.in(List.of(folder.resolve("missing"), empty)))
        .isEqualTo(new NativeMethods(List.of(), List.of()));
  }

  @Test
  @DisplayName("count once if a jar for several versions of Java has a class several times")
  void severalVersions() throws IOException {
    Path classes = Javac.compile(folder, CODEC);
    Path newer = Files.createDirectories(classes.resolve("META-INF/versions/21/org/example"));
    Files.copy(classes.resolve("org/example/Codec.class"), newer.resolve("Codec.class"));
    Path other = Javac.compile(folder.resolve("tests"), CODEC);

    assertThat(NativeMethods.in(List.of(classes, other)).methods())
        .hasSize(4)
        .filteredOn(method -> method.name().equals("close"))
        .singleElement()
        .matches(method -> !method.overloaded());
  }

  @Test
  @DisplayName("are read from class files of versions that nobody knows yet")
  void futureVersion() throws IOException {
    Path classes = Javac.compile(folder, CODEC);
    Path file = classes.resolve("org/example/Codec.class");
    byte[] bytes = Files.readAllBytes(file);
    bytes[4] = (byte) 0xff;
    bytes[5] = (byte) 0xff;
    bytes[6] = 3;
    bytes[7] = (byte) 0xe7;
    Files.write(file, bytes);

    NativeMethods found = NativeMethods.in(List.of(classes));

    assertThat(found.unread()).isEmpty();
    assertThat(found.methods()).hasSize(4);
  }

  @Test
  @DisplayName("are told to be unknown where a file cannot be read, and found in the others")
  void malformed() throws IOException {
    Path classes = Javac.compile(folder, CODEC, "class Good { native void run(); }");
    Path text = Files.writeString(classes.resolve("Text.class"), "This is a text.");
    Path empty = Files.createFile(classes.resolve("Empty.class"));
    Path cut = classes.resolve("org/example/Codec.class");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 40));

    NativeMethods found = NativeMethods.in(List.of(classes));

    assertThat(found.methods())
        .extracting(NativeMethod::signature)
        .containsExactly("Good.run()", "org.example.Codec$State.size()");
    Map<String, String> byFile = new TreeMap<>();
    found.unread().forEach(line -> byFile.put(line.substring(0, line.indexOf(' ')), line));
    assertThat(byFile)
        .hasSize(3)
        .contains(
            entry(text.toString(), text + " is no class file."),
            entry(empty.toString(), empty + " is no class file."));
    assertThat(byFile.get(cut.toString()))
        .startsWith(cut + " is no class file that can be read: ")
        .endsWith(".");
  }

  @Test
  @DisplayName("are found wherever a file is cut, or it is said that it cannot be read")
  void cutAnywhere() throws IOException {
    Path classes = Javac.compile(folder, "class Good { native void run(); }");
    Path file = classes.resolve("Good.class");
    byte[] bytes = Files.readAllBytes(file);

    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, Arrays.copyOf(bytes, length));
      NativeMethods found = NativeMethods.in(List.of(classes));
      assertThat(found.methods().size() + found.unread().size())
          .as("%d bytes of %d", length, bytes.length)
          .isEqualTo(1);
    }
  }

  @Test
  @DisplayName("are found behind links, also those that lead back")
  void links() throws IOException {
    Path classes = Javac.compile(folder, "class Good { native void run(); }");
    Files.createSymbolicLink(classes.resolve("loop"), classes);
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), classes);

    NativeMethods found = NativeMethods.in(List.of(linked));

    assertThat(found.methods()).hasSize(1);
    assertThat(found.unread()).isEmpty();
  }
}
