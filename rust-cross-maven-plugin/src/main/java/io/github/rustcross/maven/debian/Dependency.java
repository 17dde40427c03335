package io.github.rustcross.maven.debian;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One thing that a package depends on: any of some alternatives, those in front preferred (Debian
 * Policy 7.1).
 *
 * @param alternatives at least one
 */
public record Dependency(List<Alternative> alternatives) {
  private static final Pattern FORM =
      Pattern.compile(
          "([A-Za-z0-9][A-Za-z0-9+.-]*)(?::([a-z0-9-]+))?\\s*(?:\\(\\s*(<<|<=|=|>=|>>|<|>)\\s*([^\\s)]+)\\s*\\))?");

  /** Copies the list. */
  public Dependency {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One way of meeting a dependency.
   *
   * @param name of a package, or of something that packages provide
   * @param architecture what stands behind a colon: {@code any}, {@code native} or an architecture
   * @param version the version that it has to have
   */
  public record Alternative(
      String name, Optional<String> architecture, Optional<Constraint> version) {
    /** Whether a version will do. */
    public boolean accepts(DebianVersion candidate) {
      return version.isEmpty() || version.get().relation().holds(candidate, version.get().than());
    }

    @Override
    public String toString() {
      return name
          + architecture.map(word -> ":" + word).orElse("")
          + version.map(constraint -> " (" + constraint + ")").orElse("");
    }
  }

  /** A version and how another has to compare with it. */
  public record Constraint(Relation relation, DebianVersion than) {
    @Override
    public String toString() {
      return relation + " " + than;
    }
  }

  /**
   * Reads a field such as {@code Depends}.
   *
   * @throws MalformedArchiveException if it is not written as such fields are
   */
  public static List<Dependency> parse(String field) throws MalformedArchiveException {
    List<Dependency> dependencies = new ArrayList<>();
    for (String part : field.split(",")) {
      if (!part.isBlank()) {
        List<Alternative> alternatives = new ArrayList<>();
        for (String text : part.split("\\|")) {
          alternatives.add(alternative(text.strip()));
        }
        dependencies.add(new Dependency(alternatives));
      }
    }
    return dependencies;
  }

  private static Alternative alternative(String text) throws MalformedArchiveException {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new MalformedArchiveException("'%s' is no dependency of a package".formatted(text));
    }
    Optional<Constraint> version = Optional.empty();
    if (form.group(3) != null) {
      version =
          Optional.of(
              new Constraint(
                  Relation.of(form.group(3)).orElseThrow(), DebianVersion.parse(form.group(4))));
    }
    return new Alternative(form.group(1), Optional.ofNullable(form.group(2)), version);
  }

  @Override
  public String toString() {
    return alternatives.stream().map(Alternative::toString).collect(Collectors.joining(" | "));
  }
}
