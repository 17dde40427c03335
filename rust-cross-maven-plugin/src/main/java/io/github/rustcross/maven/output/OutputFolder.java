package io.github.rustcross.maven.output;

import io.github.rustcross.catalog.TargetTriple;
import io.github.rustcross.maven.tool.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The folder {@code rust-cross} with a folder of finished binaries for each target. */
public final class OutputFolder {
  private final Path root;

  /** The folder; it is made when something goes in. */
  public OutputFolder(Path root) {
    this.root = root;
  }

  /** Takes away what an earlier build left for a target. */
  public void clear(TargetTriple triple) throws IOException {
    TemporaryFolder.delete(folder(triple));
  }

  /** Copies a file to its place, all at once. */
  public Path place(TargetTriple triple, Path file) throws IOException {
    Path target = target(triple, file.getFileName().toString());
    Path partial = partial(target);
    try {
      Files.copy(file, partial, StandardCopyOption.COPY_ATTRIBUTES);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
    return target;
  }

  /** Joins the files of several architectures to one, at its place. */
  public Path join(TargetTriple triple, List<Path> slices) throws IOException {
    Path target = target(triple, slices.get(0).getFileName().toString());
    Path partial = partial(target);
    try {
      UniversalBinary.write(slices, partial);
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
    return target;
  }

  private Path folder(TargetTriple triple) {
    return root.resolve(triple.value());
  }

  private Path target(TargetTriple triple, String name) throws IOException {
    return Files.createDirectories(folder(triple)).resolve(name);
  }

  /** Beside the folder and not in it, where nothing but finished binaries lies. */
  private Path partial(Path target) {
    return root.resolve("." + target.getParent().getFileName() + "-" + target.getFileName());
  }
}
