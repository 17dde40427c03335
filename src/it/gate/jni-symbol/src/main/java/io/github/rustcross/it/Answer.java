package io.github.rustcross.it;

/** Has its answer from a library. */
public final class Answer {
    private Answer() {}

    /** The answer. */
    public static native int answer();
}
