package io.github.rustcross.maven.problem;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Tells faults of folders and disks apart from others, and says them in words. */
public final class Storage {
  private static final List<String> FULL =
      List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

  private Storage() {}

  /**
   * Whether a folder or disk is to blame: it is full, or may not be written. A file that is missing
   * or there already is some other fault.
   */
  public static boolean isToBlame(IOException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      boolean missing =
          cause instanceof NoSuchFileException || cause instanceof FileAlreadyExistsException;
      if (cause instanceof FileSystemException && !missing || full(cause).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** What is wrong: the file and why, where Java's own message has the file's name alone. */
  public static String reason(IOException fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (full(cause).isPresent()) {
        return full(cause).get();
      }
    }
    if (fault instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + word(file);
    }
    return String.valueOf(fault.getMessage());
  }

  /** What a text says of a disk that is full, in the system's words. */
  public static Optional<String> full(String text) {
    return FULL.stream().filter(text::contains).findFirst();
  }

  private static Optional<String> full(Throwable fault) {
    return full(String.valueOf(fault.getMessage()));
  }

  private static String word(FileSystemException fault) {
    if (fault instanceof AccessDeniedException) {
      return "access denied";
    }
    if (fault instanceof FileAlreadyExistsException) {
      return "it is a file, not a folder";
    }
    return fault instanceof NoSuchFileException
        ? "there is no such folder"
        : fault.getClass().getSimpleName();
  }
}
