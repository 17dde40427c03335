package io.github.rustcross.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rustcross.catalog.TargetCatalog;
import io.github.rustcross.catalog.yaml.CatalogLoader;
import io.github.rustcross.catalog.yaml.CatalogSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** No Java knows a toolchain: under another name it does the same. */
@DisplayName("A toolchain that is renamed in the catalog")
class RenamedToolchainsTest {
  private static final TargetCatalog BUNDLED = TargetCatalog.bundled();
  private static final List<HostsGoldenTest.Host> HOSTS = HostsGoldenTest.hosts().toList();

  static Stream<String> names() {
    return BUNDLED.toolchains().keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  @DisplayName("has its new name in the plans, and nothing else changes")
  void one(String name) {
    TargetCatalog renamed = renamed(List.of(name));

    assertThat(renamed.toolchains()).doesNotContainKey(name).containsKey(otherName(name));
    HOSTS.forEach(host -> samePlans(host, renamed));
  }

  @Test
  @DisplayName("may be any or all of them")
  void all() {
    TargetCatalog renamed = renamed(names().toList());

    assertThat(renamed.toolchains()).hasSameSizeAs(BUNDLED.toolchains());
    assertThat(renamed.toolchains().keySet()).allMatch(name -> name.startsWith("other-"));
    assertThat(HOSTS)
        .allSatisfy(host -> assertThat(host.planned(renamed).text()).contains(": other-"));
    HOSTS.forEach(host -> samePlans(host, renamed));
  }

  private static void samePlans(HostsGoldenTest.Host host, TargetCatalog renamed) {
    String text = host.planned(renamed).text();

    assertThat(withoutDigests(text.replaceAll("other-([a-z0-9-]+)-name", "$1")))
        .isEqualTo(withoutDigests(host.planned(BUNDLED).text()));
  }

  private static String withoutDigests(String text) {
    return text.replaceAll("(?<=wrappers[/\\\\])[0-9a-f]{16}", "…");
  }

  private static String otherName(String name) {
    return "other-" + name + "-name";
  }

  private static TargetCatalog renamed(List<String> names) {
    Map<String, Object> catalog = new Yaml().load(CatalogSource.bundled().text());
    catalog.put("toolchains", keysRenamed(catalog.get("toolchains"), names));
    return CatalogLoader.load(
        List.of(
            new CatalogSource(
                "renamed.yaml", new Yaml().dump(referencesRenamed(catalog, "", names)))));
  }

  private static Map<String, Object> keysRenamed(Object toolchains, List<String> names) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    ((Map<?, ?>) toolchains)
        .forEach(
            (key, value) -> {
              String name = (String) key;
              renamed.put(names.contains(name) ? otherName(name) : name, value);
            });
    return renamed;
  }

  /**
   * What names a toolchain: {@code use} and {@code link} in lists of toolchains, the host's, and
   * what diagnostics have installed.
   */
  private static Object referencesRenamed(Object node, String path, List<String> names) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, Object> renamed = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> renamed.put(key, referencesRenamed(value, path + "." + key, names)));
      return renamed;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(item -> referencesRenamed(item, path, names)).toList();
    }
    boolean reference =
        path.matches(
            ".*\\.toolchains(\\.(append|prepend|remove))?\\.(use|link)|\\.host\\.(toolchain|fallback)"
                + "|\\.diagnostics\\.[a-z0-9-]+\\.toolchains");
    return reference && names.contains(node) ? otherName((String) node) : node;
  }
}
