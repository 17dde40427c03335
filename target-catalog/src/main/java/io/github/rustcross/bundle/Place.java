package io.github.rustcross.bundle;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a path says of platforms. Folders and the file's name are kept apart, because both have to
 * be right.
 *
 * @param folder what its folders say, those nearest to the file first
 * @param name what the file's own name says
 * @param libcs the C libraries that it means
 */
public record Place(Words folder, Words name, List<String> libcs) {
  /** Says nothing. */
  static final Place NOWHERE = new Place(Words.NONE, Words.NONE, List.of());

  /** Copies the list. */
  public Place {
    libcs = List.copyOf(libcs);
  }

  /**
   * Words of a part of the path, in those of rustc.
   *
   * @param systems the operating systems that it says; empty if it says none
   * @param architectures the processors that it says; empty if it says none
   */
  public record Words(List<String> systems, List<String> architectures) {
    /** None. */
    static final Words NONE = new Words(List.of(), List.of());

    /** Copies the lists. */
    public Words {
      systems = List.copyOf(systems);
      architectures = List.copyOf(architectures);
    }
  }

  /** Whether it says nothing of any platform. */
  public boolean isSilent() {
    return folder.equals(Words.NONE) && name.equals(Words.NONE) && libcs.isEmpty();
  }

  /** For people: {@code linux x86_64 glibc}, {@code says nothing}. */
  public String text() {
    if (isSilent()) {
      return "says nothing";
    }
    return Stream.of(
            all(folder.systems(), name.systems()),
            all(folder.architectures(), name.architectures()),
            String.join("/", libcs))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String all(List<String> folder, List<String> name) {
    return Stream.concat(folder.stream(), name.stream())
        .distinct()
        .collect(Collectors.joining("/"));
  }
}
