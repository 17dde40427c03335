package io.github.rustcross.maven.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The hosts for which no proxy is used, in the words of Maven ({@code localhost|*.corp}) or of the
 * variable {@code NO_PROXY} ({@code localhost,.corp}).
 */
public final class DirectHosts {
  /** A proxy serves every host. */
  public static final DirectHosts NONE = new DirectHosts(List.of());

  private static final Pattern LEADING_NUMBERS = Pattern.compile("((?:\\d{1,3}\\.){1,3})\\*");
  private static final Pattern BLOCK =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
  private static final int ADDRESS_BITS = 32;

  private final List<Rule> rules;

  private record Rule(String text, Pattern host, Optional<String> word) {}

  private DirectHosts(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** Reads {@code nonProxyHosts}: names with {@code *}, separated by {@code |}. */
  public static DirectHosts ofSettings(String text) {
    return new DirectHosts(
        words(text, "[|,]")
            .map(
                word ->
                    new Rule(
                        word,
                        pattern(
                            Stream.of(word.split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*"))),
                        variableWord(word)))
            .toList());
  }

  /** Reads {@code NO_PROXY}: names that stand for their subdomains too, and blocks of addresses. */
  public static DirectHosts ofVariable(String text) {
    return new DirectHosts(
        words(text, "[,\\s]")
            .map(word -> new Rule(word, variablePattern(word), Optional.of(word)))
            .toList());
  }

  /** Both. */
  DirectHosts and(DirectHosts other) {
    return new DirectHosts(Stream.concat(rules.stream(), other.rules.stream()).toList());
  }

  /** Whether a host is reached without the proxy. */
  public boolean contains(String host) {
    String plain = host.replaceAll("[\\[\\]]", "");
    return rules.stream()
        .anyMatch(rule -> rule.host().matcher(plain).matches() || inBlock(rule, plain));
  }

  /** The value that {@code NO_PROXY} has for them. */
  public String variable() {
    return rules.stream()
        .map(Rule::word)
        .flatMap(Optional::stream)
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** What {@code NO_PROXY} cannot express: a {@code *} that is not at the beginning. */
  public List<String> inexpressible() {
    return rules.stream().filter(rule -> rule.word().isEmpty()).map(Rule::text).toList();
  }

  private static Stream<String> words(String text, String separator) {
    return Stream.of(text.split(separator)).map(String::strip).filter(word -> !word.isEmpty());
  }

  private static Optional<String> variableWord(String word) {
    Matcher numbers = LEADING_NUMBERS.matcher(word);
    if (numbers.matches()) {
      // curl, reqwest and pip's requests know blocks of addresses, but no stars.
      List<String> parts = new ArrayList<>(List.of(numbers.group(1).split("\\.")));
      int bits = parts.size() * Byte.SIZE;
      while (parts.size() < Integer.BYTES) {
        parts.add("0");
      }
      return Optional.of(String.join(".", parts) + "/" + bits);
    }
    String rest = word.startsWith("*") && word.length() > 1 ? word.substring(1) : word;
    return rest.length() > 1 && rest.contains("*") ? Optional.empty() : Optional.of(rest);
  }

  private static Pattern variablePattern(String word) {
    String name = word.replaceFirst("^\\*?\\.", "").replaceFirst(":\\d+$", "");
    return name.equals("*") ? pattern(".*") : pattern("(.*\\.)?" + Pattern.quote(name));
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private static boolean inBlock(Rule rule, String host) {
    Matcher block = BLOCK.matcher(rule.text().toLowerCase(Locale.ROOT));
    Matcher address = BLOCK.matcher(host);
    if (!block.matches() || block.group(5) == null || !address.matches()) {
      return false;
    }
    int bits = Integer.parseInt(block.group(5));
    long mask = bits == 0 ? 0 : -1L << (ADDRESS_BITS - Math.min(bits, ADDRESS_BITS));
    return (number(block) & mask) == (number(address) & mask);
  }

  private static long number(Matcher address) {
    long number = 0;
    for (int part = 1; part <= Integer.BYTES; part++) {
      number = number << Byte.SIZE | Integer.parseInt(address.group(part)) & 0xff;
    }
    return number;
  }
}
