package io.github.rustcross.verify;

import io.github.rustcross.catalog.Libc;
import io.github.rustcross.catalog.LibcCompanions;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.ElfVersionNeeded;
import io.github.rustcross.inspect.GlibcVersion;
import io.github.rustcross.toolchain.VersionOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Symbol versions of the libraries that come with glibc: libstdc++ and libgcc. */
final class CompanionRules {
  private static final Comparator<String> ORDER =
      (left, right) -> left.equals(right) ? 0 : VersionOrder.isAtLeast(left, right) ? 1 : -1;

  private CompanionRules() {}

  static void check(Checks checks, ElfDetails elf, GlibcVersion floor) {
    Optional<LibcCompanions> companions =
        checks.subject().target().libc().map(Libc::companions).orElse(List.of()).stream()
            .filter(
                row ->
                    GlibcVersion.parse(row.glibc())
                        .filter(from -> from.compareTo(floor) <= 0)
                        .isPresent())
            .reduce((older, newer) -> newer);
    companions.ifPresent(
        row -> row.versions().forEach((prefix, most) -> check(checks, elf, floor, prefix, most)));
  }

  private static void check(
      Checks checks, ElfDetails elf, GlibcVersion floor, String prefix, String most) {
    List<ElfVersionNeeded> needs =
        elf.symbols().versions().stream().filter(need -> number(need, prefix).isPresent()).toList();
    Optional<String> highest = needs.stream().map(need -> number(need, prefix).get()).max(ORDER);
    if (highest.isEmpty()) {
      return;
    }
    List<ElfVersionNeeded> newer =
        needs.stream().filter(need -> ORDER.compare(number(need, prefix).get(), most) > 0).toList();
    Map<String, String> words = new HashMap<>(SymbolNeeds.of(newer).words());
    words.put("floor", floor.toString());
    checks.compare(
        Rule.SYMBOL_VERSION,
        "",
        prefix + "_" + highest.get(),
        prefix + "_" + most + " or older",
        newer.isEmpty(),
        newer.isEmpty() ? Map.of() : words);
  }

  private static Optional<String> number(ElfVersionNeeded need, String prefix) {
    String start = prefix + "_";
    boolean numbered =
        need.name().startsWith(start)
            && need.name().length() > start.length()
            && Character.isDigit(need.name().charAt(start.length()));
    return numbered ? Optional.of(need.name().substring(start.length())) : Optional.empty();
  }
}
