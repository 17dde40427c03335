package io.github.rustcross.bundle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a binary was made for, in rustc's words.
 *
 * @param systems the operating systems it can be for: one where it tells, all that load its format
 *     where it does not, none if it cannot be read
 * @param architectures its processors; several in a universal file
 * @param libc its C library, where it tells
 */
public record BinaryPlatform(
    List<String> systems, List<String> architectures, Optional<String> libc) {
  /** Of a file that cannot be read. */
  static final BinaryPlatform UNKNOWN = new BinaryPlatform(List.of(), List.of(), Optional.empty());

  /** Copies the lists. */
  public BinaryPlatform {
    systems = List.copyOf(systems);
    architectures = List.copyOf(architectures);
  }

  /** The operating system, where the file tells it. */
  public Optional<String> system() {
    return systems.size() == 1 ? Optional.of(systems.get(0)) : Optional.empty();
  }

  /** For people: {@code linux x86_64 glibc}, {@code macos aarch64+x86_64}. */
  public String text() {
    return Stream.of(
            system().or(() -> Optional.of("any system")).filter(any -> !systems.isEmpty()),
            Optional.of(String.join("+", architectures)),
            libc)
        .flatMap(Optional::stream)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
