package io.github.rustcross.inspect;

/**
 * A symbol version that a file needs of a library, e.g. {@code GLIBC_2.17} of libc.so.6.
 *
 * @param index the number that symbols refer to it by ({@code vna_other})
 * @param weak whether the loader only warns when the library lacks it ({@code VER_FLG_WEAK})
 */
record ElfVersionNeed(String library, String version, int index, boolean weak) {}
