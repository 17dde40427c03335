package io.github.rustcross.maven.it;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Markdown page tells its reader to do, in its order. Fenced blocks count, by their language
 * and, for files, by the line before them:
 *
 * <ul>
 *   <li>after a line that is a file's name in backticks and a colon: the file's content, or, in a
 *       {@code diff} block, a change of it;
 *   <li>{@code sh}: commands, one on each line; one that has to fail ends with {@code # fails};
 *   <li>{@code text}: an excerpt of what the commands before it print, see {@link Excerpt}.
 * </ul>
 *
 * Other blocks are for reading only.
 */
final class Guide {
  private static final Pattern NAME = Pattern.compile("`([^`]+)`:");
  private static final Pattern FENCE = Pattern.compile("```(\\w*)");
  private static final Pattern FAILS = Pattern.compile("#\\s*fails$");

  private Guide() {}

  /** Something to do, or to look at. */
  sealed interface Step permits NewFile, Change, Command, Output {}

  /** A file to write. */
  record NewFile(String name, String content) implements Step {}

  /** Lines of a file that are replaced by others. */
  record Change(String name, String before, String after) implements Step {
    /** The changed content; fails unless the lines are there exactly once. */
    String apply(String content) {
      int start = content.indexOf(before);
      if (start < 0 || content.indexOf(before, start + 1) >= 0) {
        throw new AssertionError(
            "%s does not have these lines once:\n%s\nit is:\n%s".formatted(name, before, content));
      }
      return content.substring(0, start) + after + content.substring(start + before.length());
    }
  }

  /** A command to run. */
  record Command(String line, boolean fails) implements Step {
    /** Program and arguments, for a line without quotes. */
    List<String> words() {
      return List.of(line.split(" +"));
    }
  }

  /** What all commands of the block before print. */
  record Output(Excerpt excerpt) implements Step {}

  /** Reads a page. */
  static List<Step> parse(String markdown) {
    List<Step> steps = new ArrayList<>();
    List<String> lines = markdown.lines().toList();
    String name = "";
    for (int at = 0; at < lines.size(); at++) {
      Matcher fence = FENCE.matcher(lines.get(at));
      if (lines.get(at).startsWith("```") != fence.matches()) {
        throw new AssertionError("not known what this block is: " + lines.get(at));
      }
      if (!fence.matches()) {
        Matcher named = NAME.matcher(lines.get(at));
        if (!lines.get(at).isBlank()) {
          name = named.matches() ? named.group(1) : "";
        }
        continue;
      }
      int end = lines.subList(at + 1, lines.size()).indexOf("```") + at + 1;
      if (end == at) {
        throw new AssertionError("a block without an end in line " + (at + 1));
      }
      steps.addAll(block(name, fence.group(1), lines.subList(at + 1, end)));
      name = "";
      at = end;
    }
    return List.copyOf(steps);
  }

  private static List<Step> block(String name, String language, List<String> lines) {
    if (!name.isEmpty()) {
      return List.of(
          language.equals("diff") ? change(name, lines) : new NewFile(name, text(lines)));
    }
    return switch (language) {
      case "sh" -> lines.stream().map(Guide::command).toList();
      case "text" -> List.of(new Output(new Excerpt(lines)));
      default -> List.of();
    };
  }

  private static Step command(String line) {
    return new Command(line, FAILS.matcher(line).find());
  }

  private static Change change(String name, List<String> lines) {
    return new Change(name, side(lines, '+'), side(lines, '-'));
  }

  private static String side(List<String> lines, char other) {
    return text(
        lines.stream()
            .filter(line -> line.charAt(0) != other)
            .map(line -> line.substring(1))
            .toList());
  }

  private static String text(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
