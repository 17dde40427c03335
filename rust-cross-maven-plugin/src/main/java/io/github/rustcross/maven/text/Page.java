package io.github.rustcross.maven.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Text in lines that fit into 80 columns behind what Maven's log puts in front of them. Nothing is
 * cut: a word that is longer than a line stands on a line of its own.
 */
public final class Page {
  /** What terminals have. */
  public static final int TERMINAL = 80;

  /** {@link #TERMINAL} without what Maven's log puts in front of a line. */
  public static final int WIDTH = TERMINAL - "[INFO] ".length();

  private final List<Entry> entries = new ArrayList<>();

  /** An empty page. */
  public Page() {}

  /** A piece of text in a style. */
  public record Span(String text, Style style) {
    /** Text without a style. */
    public static Span of(String text) {
      return new Span(text, Style.PLAIN);
    }
  }

  /** What is written at once. */
  private sealed interface Entry {}

  /** A line: pieces one after the other. */
  private record Line(List<Span> spans) implements Entry {}

  /** Lines to copy, with nothing in front of them. */
  private record Copied(List<String> lines) implements Entry {}

  /** An empty line, unless the page is empty so far. */
  public Page gap() {
    if (!entries.isEmpty()) {
      entries.add(new Line(List.of()));
    }
    return this;
  }

  /** A text, broken into lines at blanks. */
  public Page text(Style style, String text) {
    return text(style, "", "", text);
  }

  /**
   * A text, broken into lines at blanks.
   *
   * @param first what the first line begins with
   * @param others what the others begin with
   */
  public Page text(Style style, String first, String others, String text) {
    for (String part : text.split("\n", -1)) {
      Lines.wrapped(part, first, others, WIDTH).forEach(line -> add(new Span(line, style)));
    }
    return this;
  }

  /**
   * A label with a text behind it, whose further lines begin below the first one's text; where the
   * label leaves too little room, the text begins on a line of its own.
   *
   * @param indent the column of the label
   * @param column the column of the text
   */
  public Page labelled(int indent, int column, Span label, Span text) {
    String margin = " ".repeat(column);
    List<String> lines = Lines.wrapped(text.text(), margin, margin, WIDTH);
    boolean fits = indent + label.text().length() < column;
    Span front = Span.of(" ".repeat(indent));
    if (!fits) {
      add(front, label);
    }
    for (int i = 0; i < lines.size(); i++) {
      Span body = new Span(lines.get(i).substring(column), text.style());
      if (i == 0 && fits) {
        int blanks = column - indent - label.text().length();
        add(front, label, Span.of(" ".repeat(blanks)), body);
      } else {
        add(Span.of(margin), body);
      }
    }
    return this;
  }

  /**
   * A table; all columns but the last are as wide as they have to be, the last one is broken into
   * lines.
   *
   * @param rows cells, as many in each row
   */
  public Page table(int indent, List<List<Span>> rows) {
    if (rows.isEmpty()) {
      return this;
    }
    int last = rows.get(0).size() - 1;
    int[] widths =
        IntStream.range(0, last)
            .map(
                column ->
                    rows.stream().mapToInt(row -> row.get(column).text().length()).max().orElse(0))
            .toArray();
    int column = indent + IntStream.of(widths).map(width -> width + 2).sum();
    String margin = " ".repeat(column);
    for (List<Span> row : rows) {
      List<Span> line = new ArrayList<>(List.of(Span.of(" ".repeat(indent))));
      for (int i = 0; i < last; i++) {
        line.add(row.get(i));
        line.add(Span.of(" ".repeat(widths[i] + 2 - row.get(i).text().length())));
      }
      List<String> texts = Lines.wrapped(row.get(last).text(), margin, margin, WIDTH);
      line.add(new Span(texts.get(0).substring(column), row.get(last).style()));
      entries.add(new Line(line));
      texts
          .subList(1, texts.size())
          .forEach(
              text ->
                  add(Span.of(margin), new Span(text.substring(column), row.get(last).style())));
    }
    return this;
  }

  /** A line: pieces one after the other, never broken. */
  public Page add(Span... spans) {
    entries.add(new Line(List.of(spans)));
    return this;
  }

  /**
   * A command to copy, on lines of its own that have nothing in front of them, neither a margin nor
   * Maven's level. Where it is too long for one line, it goes on as shells have it.
   *
   * @param continuation what ends a line of a command that goes on; empty for a shell that has
   *     nothing of the kind
   */
  public Page command(String command, String continuation) {
    entries.add(
        new Copied(
            continuation.isEmpty() || command.length() <= TERMINAL
                ? List.of(command)
                : continued(command, continuation)));
    return this;
  }

  private static List<String> continued(String command, String continuation) {
    int room = TERMINAL - continuation.length() - 1;
    List<String> lines = new ArrayList<>(Lines.wrapped(command, "", "    ", room));
    for (int i = 0; i < lines.size() - 1; i++) {
      lines.set(i, lines.get(i) + " " + continuation);
    }
    return lines;
  }

  /**
   * What is given to the log, one message after the other. A message of several lines has Maven's
   * level in front of the first one only: so commands can be copied.
   */
  public List<String> messages(boolean colours) {
    List<String> messages = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry instanceof Copied copied) {
        String text =
            String.join("\n", copied.lines().stream().map(line -> painted(line, colours)).toList());
        int before = messages.size() - 1;
        if (before < 0) {
          messages.add("\n" + text);
        } else {
          messages.set(before, messages.get(before) + "\n" + text);
        }
      } else {
        messages.add(line((Line) entry, colours));
      }
    }
    return messages;
  }

  /** The whole text as a file has it: nothing in front of lines, and no colours. */
  public String plain() {
    List<String> messages = messages(false);
    return messages.isEmpty() ? "" : String.join("\n", messages) + "\n";
  }

  private static String painted(String line, boolean colours) {
    return colours ? Style.COMMAND.on(line) : line;
  }

  private static String line(Line line, boolean colours) {
    StringBuilder text = new StringBuilder();
    for (Span span : line.spans()) {
      text.append(colours ? span.style().on(span.text()) : span.text());
    }
    return text.toString().stripTrailing();
  }
}
