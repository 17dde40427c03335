package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The words in the bundled catalog's templates")
class TemplateWordsTest {
  private static final TargetCatalog CATALOG = TargetCatalog.bundled();

  /** Without those that are marked as optional. */
  private static final Pattern NEEDED_WORD = Pattern.compile("\\{([^{}?]+)}");

  /** What is known without the target's names, as the catalog's first comment says. */
  private static final Set<String> ALWAYS_KNOWN =
      Set.of(
          "triple",
          "triple_",
          "TRIPLE",
          "floorSuffix",
          "rustcVersion",
          "cacheDir",
          "exe",
          "hostOs",
          "hostArch",
          "targetOs",
          "targetArch");

  static Collection<Target> targets() {
    return CATALOG.targets().values();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("are names of every target that a toolchain is for")
  void known(Target target) {
    Set<String> unknown = new TreeSet<>();
    for (ToolchainChoice choice : target.toolchains()) {
      for (String text : texts(choice)) {
        NEEDED_WORD
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .map(word -> word.substring(1, word.length() - 1))
            .filter(word -> !isKnown(word, target))
            .filter(word -> !isProgram(word, choice) && !isFolder(word, choice))
            .map(word -> choice.label() + " needs {" + word + "}")
            .forEach(unknown::add);
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static List<String> texts(ToolchainChoice choice) {
    Toolchain compiling = CATALOG.requireToolchain(choice.toolchain());
    Toolchain linking = CATALOG.requireToolchain(choice.linkingToolchain());
    List<String> texts = new ArrayList<>(choice.rustflags());
    linking.rustflags().values().forEach(texts::addAll);
    texts.addAll(linking.paths().linkPaths());
    texts.addAll(compiling.paths().path());
    texts.addAll(compiling.paths().libraryPath());
    compiling.environment().forEach((name, value) -> texts.addAll(List.of(name, value)));
    for (Role role : Role.values()) {
      Toolchain toolchain = role == Role.LINKER ? linking : compiling;
      Optional.ofNullable(toolchain.programs().get(role))
          .ifPresent(program -> texts.addAll(texts(program)));
    }
    return texts;
  }

  private static List<String> texts(Program program) {
    if (program instanceof Program.Found found) {
      List<String> texts = new ArrayList<>(found.arguments());
      texts.addAll(found.environment().values());
      found.script().ifPresent(texts::add);
      return texts;
    }
    if (program instanceof Program.Wrapped wrapped) {
      return Stream.of(List.of(wrapped.name()), wrapped.arguments(), wrapped.environment().values())
          .flatMap(Collection::stream)
          .toList();
    }
    return List.of(((Program.OfRustc) program).name());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("targets")
  @DisplayName("leave a name for each program of every toolchain that a target lists")
  void programs(Target target) {
    Set<String> nameless = new TreeSet<>();
    for (ToolchainChoice choice : target.toolchains()) {
      CATALOG
          .requireToolchain(choice.toolchain())
          .programs()
          .forEach(
              (role, program) -> {
                if (program instanceof Program.Found found
                    && found.names().stream().noneMatch(name -> hasWords(name, target, choice))) {
                  nameless.add(choice.label() + ": " + role);
                }
              });
    }

    assertThat(nameless).isEmpty();
  }

  private static boolean hasWords(
      Program.Candidate candidate, Target target, ToolchainChoice choice) {
    return NEEDED_WORD
        .matcher(candidate.name())
        .results()
        .map(word -> word.group(1))
        .allMatch(word -> isKnown(word, target) || isFolder(word, choice));
  }

  /** Of the toolchain's own folder. */
  private static boolean isFolder(String word, ToolchainChoice choice) {
    Optional<Sdk> sdk = CATALOG.requireToolchain(choice.toolchain()).paths().folder();
    return sdk.isPresent()
        && (word.equals("folder")
            || word.startsWith("folder:") && sdk.get().parts().containsKey(word.substring(7)));
  }

  private static boolean isProgram(String word, ToolchainChoice choice) {
    return CATALOG.requireToolchain(choice.linkingToolchain()).programs().keySet().stream()
        .anyMatch(role -> word.equals("program:" + role.id()));
  }

  private static boolean isKnown(String word, Target target) {
    String[] parts = word.split(":", 2);
    return parts.length == 2
        ? Set.of("download", "version").contains(parts[0])
            && CATALOG.downloads().containsKey(parts[1])
        : ALWAYS_KNOWN.contains(word) || target.names().containsKey(word);
  }
}
