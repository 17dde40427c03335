package io.github.rustcross.maven.export;

import io.github.rustcross.catalog.Role;
import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A file that the variable {@code GOENV} can name: lines of {@code NAME=value} without any quotes,
 * one for each of the catalog's words for Go ({@code goos}, {@code goarch}, {@code goarm}, …), and
 * the compilers (go help environment).
 */
final class GoFormat implements ExportFormat {
  private static final String PREFIX = "go";

  /**
   * The flags that are used where none are given, which ours would replace (go help environment).
   */
  private static final List<String> USUAL_FLAGS = List.of("-O2", "-g");

  private static final Pattern LINE_END = Pattern.compile("[\r\n]");
  private static final Pattern TO_BE_QUOTED = Pattern.compile("[ \t'\"]");

  @Override
  public String id() {
    return PREFIX;
  }

  @Override
  public boolean takesSeveral() {
    return false;
  }

  @Override
  public String text(Export export) throws ProblemException {
    ExportedTarget target = export.targets().get(0);
    Problems problems = new Problems();
    Map<String, String> lines = new LinkedHashMap<>();
    if (target.name("goos").isEmpty() || target.name("goarch").isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "the catalog knows no Go platform for %s: names.goos or names.goarch is missing"
                  .formatted(target.target().triple()),
              "Where Go has one, an overlay can say so: rust.catalog, see docs/catalog.md."));
    }
    Compilers.check(target, id()).ifPresent(problems::add);
    lines.put("CGO_ENABLED", "1");
    target
        .target()
        .names()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX)) {
                lines.put(name.toUpperCase(Locale.ROOT), value);
              }
            });
    program(target, Role.CC, "CC", lines, problems);
    program(target, Role.CXX, "CXX", lines, problems);
    program(target, Role.AR, "AR", lines, problems);
    flags(target, "CFLAGS", USUAL_FLAGS, lines, problems);
    flags(target, "CXXFLAGS", USUAL_FLAGS, lines, problems);
    flags(target, "LDFLAGS", USUAL_FLAGS, lines, problems);
    problems.failIfAny();
    StringBuilder text = new StringBuilder(export.comment());
    lines.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    return text.toString();
  }

  private static void program(
      ExportedTarget target, Role role, String name, Map<String, String> lines, Problems problems) {
    target.program(role).ifPresent(path -> lines.put(name, quoted(target, path, problems)));
  }

  private static void flags(
      ExportedTarget target,
      String variable,
      List<String> usual,
      Map<String, String> lines,
      Problems problems) {
    List<String> own = target.words(variable);
    if (!own.isEmpty()) {
      List<String> all = new ArrayList<>(usual);
      all.addAll(own);
      lines.put(
          "CGO_" + variable,
          String.join(" ", all.stream().map(flag -> quoted(target, flag, problems)).toList()));
    }
  }

  /**
   * Go takes a whole word between single or double quotes and nothing within them as anything else
   * (cmd/internal/quoted), so that a word with both has no form.
   */
  private static String quoted(ExportedTarget target, String word, Problems problems) {
    boolean single = word.contains("'");
    if (LINE_END.matcher(word).find() || single && word.contains("\"")) {
      problems.add(
          Problem.of(
              ProblemCode.EXPORT_REFUSED,
              "%s: Go cannot read a path with both kinds of quotes, or with a line's end: %s"
                  .formatted(target.target().triple(), word),
              "Use another folder: -Drust.cacheDir=…"));
    }
    String quote = single ? "\"" : "'";
    return TO_BE_QUOTED.matcher(word).find() ? quote + word + quote : word;
  }
}
