package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Sdk;
import io.github.rustcross.catalog.Toolchain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the folder that a toolchain lives in. */
final class SdkSearch {
  /** The parameter whose words have arguments. */
  static final String PARAMETER = "rust.crossToolchain";

  private static final String SYSROOT = "{" + TargetSysroot.FOLDER + "}";
  private static final Pattern GIVEN = Pattern.compile("\\{(?:(argument)|env:([^{}?]+))}");
  private static final Pattern VARIABLE = Pattern.compile("\\{env:([^{}?]+)\\??}");
  private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:[/\\\\].*|\\\\\\\\.*");

  private final Toolchain toolchain;
  private final Template template;
  private final HostSearch search;

  /** Variables that are not set, and places where nothing is. */
  private final Set<String> unset = new LinkedHashSet<>();

  private final Set<String> empty = new LinkedHashSet<>();

  SdkSearch(Toolchain toolchain, Template template, HostSearch search) {
    this.toolchain = toolchain;
    this.template = template;
    this.search = search;
  }

  SdkFolder find() {
    if (toolchain.paths().folder().isEmpty()) {
      return new SdkFolder.Needless();
    }
    Sdk sdk = toolchain.paths().folder().get();
    for (String text : sdk.find()) {
      Optional<String> place = template.tryExpand(text);
      if (place.isEmpty()) {
        VARIABLE.matcher(text).results().forEach(word -> unset.add(word.group(1)));
        continue;
      }
      if (text.equals(SYSROOT)) {
        // The build brings it here: that it is not there yet says nothing.
        return new SdkFolder.Here(Path.of(place.get()), "rust.sysroot", true, Map.of());
      }
      Optional<SdkFolder> decided = look(sdk, place.get(), givenBy(text));
      if (decided.isPresent()) {
        return decided.get();
      }
    }
    return sdk.optional() ? new SdkFolder.Needless() : new SdkFolder.Absent(nowhere(sdk));
  }

  /** What the user says it with; empty for places that the catalog guesses. */
  private static Optional<String> givenBy(String text) {
    Matcher given = GIVEN.matcher(text);
    return given.matches()
        ? Optional.of(given.group(1) == null ? given.group(2) : PARAMETER)
        : Optional.empty();
  }

  /** Empty where the next candidate is to be looked at. */
  private Optional<SdkFolder> look(Sdk sdk, String place, Optional<String> givenBy) {
    List<Path> there = search.matches(place);
    List<Path> fitting = there.stream().filter(path -> lacking(sdk, path).isEmpty()).toList();
    if (fitting.isEmpty()) {
      empty.add(place);
      return givenBy.map(by -> new SdkFolder.Absent(wrong(sdk, place, by, there)));
    }
    NewestMatch newest = NewestMatch.of(place, fitting);
    if (newest instanceof NewestMatch.Several several) {
      return Optional.of(
          new SdkFolder.Absent(
              "%s is in several places, and nothing tells which is the newest: %s%s"
                  .formatted(sdk.description(), several.names(), choice())));
    }
    return Optional.of(here(sdk, ((NewestMatch.One) newest).path(), place, givenBy));
  }

  private SdkFolder here(Sdk sdk, Path folder, String place, Optional<String> givenBy) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (Map.Entry<String, String> part : sdk.parts().entrySet()) {
      Optional<String> pattern =
          template.tryExpand(part.getValue()).map(text -> folder + "/" + text);
      NewestMatch match =
          pattern.map(text -> NewestMatch.of(search, text)).orElse(new NewestMatch.None());
      if (match instanceof NewestMatch.Several several) {
        return new SdkFolder.Absent(
            "%s has several of %s, and nothing tells which is the newest: %s%s"
                .formatted(folder, part.getValue(), several.names(), choice()));
      }
      if (match instanceof NewestMatch.One one) {
        parts.put(part.getKey(), one.path().toString());
      }
    }
    return new SdkFolder.Here(folder, givenBy.orElse(place), givenBy.isPresent(), parts);
  }

  private Optional<String> lacking(Sdk sdk, Path folder) {
    return sdk.has().stream()
        .map(template::tryExpand)
        .flatMap(Optional::stream)
        .filter(pattern -> search.matches(folder + "/" + pattern).isEmpty())
        .findFirst();
  }

  private String wrong(Sdk sdk, String place, String givenBy, List<Path> there) {
    if (!ABSOLUTE.matcher(place).matches()) {
      return "%s names '%s', which is no absolute path".formatted(givenBy, place);
    }
    if (there.isEmpty()) {
      return "%s names %s, which is not there".formatted(givenBy, place);
    }
    Path folder = there.get(0);
    return "%s names %s, which has no %s"
        .formatted(givenBy, folder, lacking(sdk, folder).orElseThrow());
  }

  private String nowhere(Sdk sdk) {
    List<String> looked = new ArrayList<>();
    if (!unset.isEmpty()) {
      looked.add(String.join(", ", unset) + (unset.size() == 1 ? " is not set" : " are not set"));
    }
    if (!empty.isEmpty()) {
      looked.add("there is none in " + String.join(", ", empty));
    }
    return "%s is needed%s%s"
        .formatted(
            sdk.description(), looked.isEmpty() ? "" : ": " + String.join("; ", looked), choice());
  }

  /** How the user says which. */
  private String choice() {
    return toolchain.terms().argument().isEmpty()
        ? ""
        : "; say which with -D%s=%s:/path/to/it".formatted(PARAMETER, toolchain.name());
  }
}
