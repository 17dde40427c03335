package io.github.rustcross.inspect;

/** A symbol version that a file needs of a library, e.g. {@code GLIBC_2.17} of libc.so.6. */
record ElfVersionNeed(String library, String version) {}
