package io.github.rustcross.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.github.rustcross.catalog.yaml.CatalogSource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Bombs small enough to pass SnakeYAML's own limit of 50 aliases. */
@DisplayName("Aliases of aliases do not multiply")
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class AliasBombTest {
  /** Two aliases each: 2 to the power of 24 leaves. */
  private static final int LEVELS = 24;

  private static final int MEGABYTE = 1 << 20;
  private static final int ALLOWED = 64 * MEGABYTE;

  @Test
  @DisplayName("in lists")
  void lists() {
    String bomb = bomb("groups", "[x]", "[*%1$s, *%1$s]");

    refused(bomb, "overlay.yaml:3:7: groups.l0: expected a text, found a list");
  }

  @Test
  @DisplayName("in mappings")
  void mappings() {
    refused(mappingBomb(), "overlay.yaml:2:1: x: unknown key; known here: ");
  }

  @Test
  @DisplayName("where two overlays are merged")
  void overlays() {
    CatalogSource overlay = new CatalogSource("overlay.yaml", mappingBomb());

    refused(
        () -> TargetCatalog.load(List.of(overlay, overlay)),
        "overlay.yaml:2:1: x: unknown key; known here: ");
  }

  @Test
  @DisplayName("where a target is merged with its family")
  void families() {
    String bomb =
        mappingBomb()
            .replace("\nx:\n", "\nfamilies:\n  bomb:\n")
            .replace("\n  l", "\n    l")
            .concat("targets:\n  a-b:\n    family: bomb\n    l%d: *l%1$d\n".formatted(LEVELS));

    refused(bomb, "targets.a-b.description: is missing");
  }

  @Test
  @DisplayName("where what an overlay removes is looked for in a list")
  void removed() {
    String bomb = bomb("x", "[x]", "[*%1$s, *%1$s]") + "hostVariables: ";
    CatalogSource below = new CatalogSource("below.yaml", bomb + "[*l%d]".formatted(LEVELS));
    CatalogSource overlay =
        new CatalogSource("overlay.yaml", bomb + "{ remove: [*l%d] }".formatted(LEVELS));

    refused(
        () -> TargetCatalog.load(List.of(below, overlay)),
        "overlay.yaml:2:1: x: unknown key; known here: ");
  }

  private static void refused(String bomb, String message) {
    refused(() -> Samples.withOverlay(bomb), message);
  }

  private static void refused(ThrowingCallable load, String message) {
    TargetCatalog.bundled();
    long before = allocated();
    assertThatExceptionOfType(CatalogException.class)
        .isThrownBy(load)
        .withMessageContaining(message);

    assertThat(allocated() - before).as("allocated bytes").isLessThan(ALLOWED);
  }

  private static String mappingBomb() {
    return bomb("x", "{ a: x }", "{ a: *%1$s, b: *%1$s }");
  }

  private static String bomb(String key, String first, String next) {
    StringBuilder text = new StringBuilder("schemaVersion: 1\n" + key + ":\n  l0: &l0 " + first);
    for (int level = 1; level <= LEVELS; level++) {
      String value = next.formatted("l" + (level - 1));
      text.append("\n  l%d: &l%1$d %s".formatted(level, value));
    }
    return text.append('\n').toString();
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
