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

  /**
   * Makes the file that is to lie at its place, without putting it there.
   *
   * @param parts the file that cargo built, or one for each architecture, which are joined
   */
  public StagedFile stage(TargetTriple triple, List<Path> parts) throws IOException {
    Files.createDirectories(root);
    // Beside the targets' folders and not in one, where nothing but finished binaries lies.
    TemporaryFolder folder = new TemporaryFolder(root);
    Path file = folder.path().resolve(parts.get(0).getFileName());
    try {
      if (parts.size() == 1) {
        Files.copy(parts.get(0), file, StandardCopyOption.COPY_ATTRIBUTES);
      } else {
        UniversalBinary.write(parts, file);
      }
      return new StagedFile(folder, file, folder(triple));
    } catch (IOException e) {
      folder.close();
      throw e;
    }
  }

  private Path folder(TargetTriple triple) {
    return root.resolve(triple.value());
  }

  /** A file that is complete, but not at its place; it is gone if it is not put there. */
  public static final class StagedFile implements AutoCloseable {
    private final TemporaryFolder temporary;
    private final Path file;
    private final Path folder;

    private StagedFile(TemporaryFolder temporary, Path file, Path folder) {
      this.temporary = temporary;
      this.file = file;
      this.folder = folder;
    }

    /** Where it is for now. */
    public Path path() {
      return file;
    }

    /** Puts it at its place, all at once. */
    public Path publish() throws IOException {
      Path target = Files.createDirectories(folder).resolve(file.getFileName());
      return Files.move(
          file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
      temporary.close();
    }
  }
}
