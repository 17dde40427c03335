package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.CatalogException;
import io.github.rustcross.catalog.CatalogProblem;
import io.github.rustcross.catalog.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of the catalog with {@code {word}} in them. {@code {word?}} marks a text that is dropped as
 * a whole where the word is unknown.
 */
public final class Template {
  private static final Pattern WORD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_.:+-]*)(\\?)?}");

  private final Map<String, String> words;
  private final Function<String, Optional<String>> further;

  /** Templates that know these words. */
  public Template(Map<String, String> words) {
    this(words, word -> Optional.empty());
  }

  /**
   * Templates that know these words and some that are costly to find out.
   *
   * @param further asked only for a word that a text has and {@code words} has not
   */
  public Template(Map<String, String> words, Function<String, Optional<String>> further) {
    this.words = Map.copyOf(words);
    this.further = further;
  }

  /** The text with its words filled in, or nothing where one of them is unknown. */
  public Optional<String> tryExpand(String text) {
    Matcher matcher = WORD.matcher(text);
    StringBuilder expanded = new StringBuilder();
    while (matcher.find()) {
      Optional<String> value = value(matcher.group(1));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(expanded, Matcher.quoteReplacement(value.get()));
    }
    return Optional.of(matcher.appendTail(expanded).toString());
  }

  /**
   * The text with its words filled in; nothing where an optional word is unknown.
   *
   * @throws CatalogException if a word that is not optional is unknown
   */
  public Optional<String> expand(String text, Origin origin) {
    if (!unknownWords(text).isEmpty()) {
      throw new CatalogException(
          new CatalogProblem(
              origin,
              "",
              "'%s' has a word that is not known here; known: %s"
                  .formatted(text, String.join(", ", new TreeSet<>(words.keySet())))));
    }
    return tryExpand(text);
  }

  /** The words of a text that are not known and not optional, in its order. */
  public List<String> unknownWords(String text) {
    List<String> unknown = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (matcher.group(2) == null && value(matcher.group(1)).isEmpty()) {
        unknown.add(matcher.group(1));
      }
    }
    return unknown;
  }

  private Optional<String> value(String word) {
    return Optional.ofNullable(words.get(word)).or(() -> further.apply(word));
  }
}
