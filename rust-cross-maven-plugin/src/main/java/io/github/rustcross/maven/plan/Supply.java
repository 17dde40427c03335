package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Language;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where a crate gets its native part from. */
public sealed interface Supply {
  /** The word for programs. */
  String id();

  /** In words, as the end of a sentence that begins with the library. */
  String words();

  /**
   * The crate compiles its own copy, because a feature is on.
   *
   * @param feature the feature
   */
  record Bundled(String feature) implements Supply {
    @Override
    public String id() {
      return "bundled";
    }

    @Override
    public String words() {
      return "compiled along, by the feature " + feature;
    }
  }

  /**
   * The crate compiles its own copy.
   *
   * @param languages in which it is written
   */
  record CompilesOwn(Set<Language> languages) implements Supply {
    /** Copies the set. */
    public CompilesOwn {
      languages = new LinkedHashSet<>(languages);
    }

    @Override
    public String id() {
      return "own";
    }

    @Override
    public String words() {
      return "compiles "
          + languages.stream()
              .sorted()
              .map(language -> language.id().toUpperCase(Locale.ROOT))
              .collect(Collectors.joining(" and "));
    }
  }

  /**
   * The user says where the library is.
   *
   * @param how a variable's name, or a key of cargo's configuration
   */
  record Given(String how) implements Supply {
    @Override
    public String id() {
      return "given";
    }

    @Override
    public String words() {
      return "where %s says".formatted(how);
    }
  }

  /**
   * The library is the sysroot's.
   *
   * @param name the sysroot
   * @param orOwn whether the crate compiles its own copy where that library does not suit it
   */
  record FromSysroot(String name, boolean orOwn) implements Supply {
    @Override
    public String id() {
      return "sysroot";
    }

    @Override
    public String words() {
      return "from the sysroot "
          + name
          + (orOwn ? ", or compiled along where that is too old" : "");
    }
  }

  /**
   * The library is the system's.
   *
   * @param whose whose: this machine's, an image's, the target's
   */
  record OfSystem(String whose) implements Supply {
    @Override
    public String id() {
      return "system";
    }

    @Override
    public String words() {
      return whose;
    }
  }

  /**
   * It cannot be told.
   *
   * @param reason why not
   */
  record Unclear(String reason) implements Supply {
    @Override
    public String id() {
      return "unclear";
    }

    @Override
    public String words() {
      return reason;
    }
  }

  /**
   * Nothing says where the library is, so that the build will fail.
   *
   * @param certain whether that is certain, or only likely
   * @param advice what helps, the best first
   */
  record Missing(boolean certain, List<Advice> advice) implements Supply {
    /** Copies the list. */
    public Missing {
      advice = List.copyOf(advice);
    }

    @Override
    public String id() {
      return "missing";
    }

    @Override
    public String words() {
      return certain ? "missing" : "may be missing when it is linked";
    }
  }
}
