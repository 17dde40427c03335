package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.FileNaming;
import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.toolchain.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where libraries lie in the jars of their platforms: one of the catalog's layouts, or a pattern.
 */
final class JarLayout {
  private static final String PARAMETER = "rust.jniLayout";

  private final String text;
  private final String pattern;

  private JarLayout(String text, String pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * The layout that a user means.
   *
   * @param text a layout's name, or a pattern with at least one word in braces
   * @throws ProblemException if it is neither
   */
  static JarLayout of(TargetCatalog catalog, String text) throws ProblemException {
    if (text.contains("{")) {
      if (text.startsWith("/") || List.of(text.split("[/\\\\]")).contains("..")) {
        throw new ProblemException(
            Problem.of(
                ProblemCode.PARAMETER_INVALID,
                "%s: '%s' leads out of the jar".formatted(PARAMETER, text),
                "Write a path inside it, such as META-INF/native/{classifier}/{file}"));
      }
      return new JarLayout(text, text);
    }
    String pattern = catalog.jniLayouts().get(text);
    if (pattern == null) {
      List<String> nearest = TargetCatalog.nearest(text, catalog.jniLayouts().keySet());
      throw new ProblemException(
          Problem.of(
              ProblemCode.PARAMETER_INVALID,
              "%s: there is no layout '%s'".formatted(PARAMETER, text),
              (nearest.isEmpty() ? "" : "Did you mean " + nearest.get(0) + "? ")
                  + "Known are: "
                  + String.join(", ", catalog.jniLayouts().keySet())
                  + ", or a pattern such as native/{os}/{arch}/{file}"));
    }
    return new JarLayout(text, pattern);
  }

  /** Libraries lie beside each other. */
  static JarLayout flat() {
    return new JarLayout("{file}", "{file}");
  }

  /**
   * The path of a library.
   *
   * @param classifier the classifier of its platform
   * @param name its name without prefix and suffix
   * @throws ProblemException if the pattern has a word that the target lacks
   */
  String entry(Target target, String classifier, FileNaming naming, String name)
      throws ProblemException {
    Map<String, String> words = words(target, classifier, naming, name);
    return new Template(words)
        .tryExpand(pattern)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ProblemCode.PARAMETER_INVALID,
                        "%s=%s: '%s' has a word that %s has not"
                            .formatted(PARAMETER, text, pattern, target.triple()),
                        "Its words are: "
                            + String.join(
                                ", ",
                                words.keySet().stream()
                                    .sorted()
                                    .map(JarLayout::braced)
                                    .toList()))));
  }

  private static Map<String, String> words(
      Target target, String classifier, FileNaming naming, String name) {
    Map<String, String> words = new HashMap<>(target.names());
    String platform = target.names().getOrDefault("osMaven", "");
    int dash = platform.indexOf('-');
    if (dash > 0) {
      words.put("os", platform.substring(0, dash));
      words.put("arch", platform.substring(dash + 1));
    }
    words.put("classifier", classifier);
    words.put("triple", target.triple().value());
    target.libc().map(Libc::name).ifPresent(libc -> words.put("libc", libc));
    words.put("name", name);
    words.put("file", naming.fileName(name));
    words.put("prefix", naming.prefix());
    words.put("suffix", naming.suffix());
    return words;
  }

  private static String braced(String word) {
    return "{" + word + "}";
  }
}
