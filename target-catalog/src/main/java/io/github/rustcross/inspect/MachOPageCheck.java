package io.github.rustcross.inspect;

import java.util.List;
import java.util.Objects;

/**
 * What came out when the page hashes of one code directory were worked out anew.
 *
 * @param slice which slice of a universal file it is, counted from 0; 0 for a thin file
 * @param directory the code directory
 * @param outcome whether the hashes are right
 * @param wrongPages the first pages whose hash is another, counted from 0, at most 16
 * @param wrong how many pages have another hash
 */
public record MachOPageCheck(
    int slice, MachOCodeDirectory directory, Outcome outcome, List<Long> wrongPages, long wrong) {

  /** What a check can come to. */
  public enum Outcome {
    /** Every hash is right, and they cover everything in front of the signature. */
    RIGHT("right"),

    /** Pages have changed since the signature was made. */
    WRONG("wrong"),

    /** The hashes do not cover everything in front of the signature, or more than that. */
    INCOMPLETE("incomplete"),

    /** The hashes are of a kind that is not known. */
    UNKNOWN_HASH("unknown-hash");

    private final String id;

    Outcome(String id) {
      this.id = id;
    }

    /**
     * The stable word in reports.
     *
     * @return lower-case letters and dashes
     */
    public String id() {
      return id;
    }
  }

  /** Copies the list. */
  public MachOPageCheck {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(outcome, "outcome");
    wrongPages = List.copyOf(wrongPages);
  }
}
