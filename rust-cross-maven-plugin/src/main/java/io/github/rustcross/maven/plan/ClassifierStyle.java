package io.github.rustcross.maven.plan;

import io.github.rustcross.catalog.Target;
import java.util.Optional;

/** Whose words classifiers are made of. */
public enum ClassifierStyle {
  /** os-maven-plugin's words, and more where they cannot tell platforms apart. */
  OS("os", "classifier"),
  /** The target triple. */
  TRIPLE("triple", ""),
  /** JNA's resource prefixes. */
  JNA("jna", "jna");

  private final String id;
  private final String name;

  ClassifierStyle(String id, String name) {
    this.id = id;
    this.name = name;
  }

  /** The word in {@code rust.classifier}. */
  public String id() {
    return id;
  }

  /** The classifier of a target; absent where this style has no word for it. */
  public Optional<String> classifier(Target target) {
    return this == TRIPLE
        ? Optional.of(target.triple().value())
        : Optional.ofNullable(target.names().get(name));
  }
}
