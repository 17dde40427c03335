package io.github.rustcross.maven.verify.jni;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The native methods of a project.
 *
 * @param methods each once, in the order of their names
 * @param unread one sentence for each file or folder that could not be read, with its path: their
 *     native methods are not known
 */
public record NativeMethods(List<NativeMethod> methods, List<String> unread) {
  /** Copies the lists. */
  public NativeMethods {
    methods = List.copyOf(methods);
    unread = List.copyOf(unread);
  }

  /**
   * Reads the class files of folders.
   *
   * @param folders such as {@code target/classes}; those that do not exist have none
   */
  public static NativeMethods in(List<Path> folders) {
    Scan scan = new Scan();
    folders.stream().filter(Files::exists).forEach(scan::walk);
    return new NativeMethods(withOverloads(scan.found), scan.unread);
  }

  /** A jar for several versions of Java has a class several times: its methods count once. */
  private static List<NativeMethod> withOverloads(Set<NativeMethod> found) {
    Map<String, Integer> ofName = new HashMap<>();
    found.forEach(method -> ofName.merge(key(method), 1, Integer::sum));
    return found.stream()
        .map(
            method ->
                new NativeMethod(
                    method.className(),
                    method.name(),
                    method.descriptor(),
                    ofName.get(key(method)) > 1))
        .toList();
  }

  private static String key(NativeMethod method) {
    return method.className() + "/" + method.name();
  }

  private static final class Scan extends SimpleFileVisitor<Path> {
    private final Set<NativeMethod> found =
        new TreeSet<>(
            Comparator.comparing(NativeMethod::className)
                .thenComparing(NativeMethod::name)
                .thenComparing(NativeMethod::descriptor));
    private final List<String> unread = new ArrayList<>();

    void walk(Path folder) {
      try {
        Files.walkFileTree(
            folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
      } catch (IOException e) {
        visitFileFailed(folder, e);
      }
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && file.getFileName().toString().endsWith(".class")) {
        try {
          found.addAll(ClassFile.nativeMethods(Files.readAllBytes(file)));
        } catch (IOException e) {
          visitFileFailed(file, e);
        } catch (IllegalArgumentException e) {
          unread.add("%s %s.".formatted(file, e.getMessage()));
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      // Where a link leads back, everything has been read.
      if (!(e instanceof FileSystemLoopException)) {
        unread.add("%s cannot be read: %s.".formatted(file, e));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }
  }
}
