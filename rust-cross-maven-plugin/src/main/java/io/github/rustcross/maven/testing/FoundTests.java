package io.github.rustcross.maven.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tests whose results were read; no more than can be kept. */
final class FoundTests {
  /** A program with more tests than that was not written by people. */
  static final int MOST = 100_000;

  private static final int LONGEST_NAME = 1000;
  private static final int MOST_CHARACTERS = 16_000_000;

  private final List<Found> tests = new ArrayList<>();
  private final Set<String> failed = new HashSet<>();
  private int characters;
  private int blockStart;
  private int blockSize;
  private long dropped;

  /** What is added from now on belongs to another announcement. */
  void startBlock() {
    blockStart = tests.size();
    blockSize = 0;
    failed.clear();
  }

  void add(String name, Found.Result result) {
    blockSize++;
    if (tests.size() >= MOST || characters > MOST_CHARACTERS) {
      dropped++;
      return;
    }
    String kept = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    characters += kept.length();
    if (result.kind() == Found.Kind.FAILED) {
      failed.add(kept);
    }
    tests.add(new Found(kept, result));
  }

  List<Found> tests() {
    return tests;
  }

  /** How many were read since the last announcement. */
  int inBlock() {
    return blockSize;
  }

  /** How many were not kept. */
  long dropped() {
    return dropped;
  }

  /** Whether one of that name failed since the last announcement. */
  boolean hasFailed(String name) {
    return failed.contains(name);
  }

  /**
   * Corrects the results of the last announcement's tests by the list of those that failed: what
   * tests print can look like a result, the list cannot be disturbed.
   *
   * @param complete whether the list has as many names as the summary says
   */
  void correct(Set<String> names, boolean complete) {
    Set<String> unseen = new HashSet<>(names);
    List<Found> block = block();
    for (int index = 0; index < block.size(); index++) {
      Found test = block.get(index);
      unseen.remove(test.name());
      boolean listed = names.contains(test.name());
      if (listed && test.kind() == Found.Kind.PASSED) {
        block.set(index, test.as(Found.Kind.FAILED));
      } else if (!listed && complete && test.kind() == Found.Kind.FAILED) {
        block.set(index, test.as(Found.Kind.PASSED));
      }
    }
    names.stream()
        .filter(unseen::contains)
        .forEach(name -> add(name, LibtestLine.result("FAILED").orElseThrow()));
  }

  /** Those since the last announcement. */
  private List<Found> block() {
    return tests.subList(blockStart, tests.size());
  }
}
