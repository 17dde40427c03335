package io.github.rustcross.maven.export;

import io.github.rustcross.maven.problem.Problem;
import io.github.rustcross.maven.problem.ProblemCode;
import io.github.rustcross.maven.problem.ProblemException;
import io.github.rustcross.maven.problem.Problems;
import io.github.rustcross.toolchain.Setting;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Variables for a POSIX shell, which reads the file with {@code .}: all of them are for one target,
 * so several files can be read one after the other.
 */
final class EnvFormat implements ExportFormat {
  /** POSIX, "Name"; of another form is no name that {@code export} takes. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s");

  @Override
  public String id() {
    return "env";
  }

  @Override
  public boolean takesSeveral() {
    return true;
  }

  @Override
  public String text(Export export) throws ProblemException {
    Problems problems = new Problems();
    StringBuilder text = new StringBuilder(export.comment() + export.commentOnFlags());
    for (ExportedTarget target : export.targets()) {
      target
          .environment()
          .variables()
          .forEach((name, value) -> text.append(line(target, name, value, problems)));
      text.append(rustflags(target, problems));
    }
    problems.failIfAny();
    return text.toString();
  }

  private static String line(
      ExportedTarget target, String name, Setting setting, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.add(refused(target, "a shell has no variable '%s'".formatted(name)));
    }
    return "export %s=%s\n".formatted(name, quoted(setting.value()));
  }

  /**
   * cargo divides this variable at spaces and knows no quotes (The Cargo Book, "Configuration",
   * {@code target.<triple>.rustflags}); {@code CARGO_ENCODED_RUSTFLAGS} could hold any flag, but
   * means all targets, and takes the place of the user's own.
   */
  private static String rustflags(ExportedTarget target, Problems problems) {
    List<String> flags = target.flags();
    flags.stream()
        .filter(flag -> WHITE_SPACE.matcher(flag).find())
        .forEach(
            flag ->
                problems.add(
                    refused(
                        target,
                        "cargo divides rustflags in a variable at spaces, and '%s' has one"
                            .formatted(flag))));
    return flags.isEmpty()
        ? ""
        : "export CARGO_TARGET_%s_RUSTFLAGS=%s\n"
            .formatted(target.target().triple().shouted(), quoted(String.join(" ", flags)));
  }

  private static Problem refused(ExportedTarget target, String reason) {
    return Problem.of(
        ProblemCode.EXPORT_REFUSED,
        "%s: %s".formatted(target.target().triple(), reason),
        "Use -Drust.format=cargo-config, which can say it; or, where it is a folder's name, another"
            + " folder: -Drust.cacheDir=…");
  }

  /** Between single quotes a shell takes everything as it is but a single quote. */
  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
