package io.github.rustcross.inspect;

/**
 * One entry of an import directory.
 *
 * @param library the DLL's name
 * @param functions the relative address of the table of its functions, or 0 when there is none
 * @param base what is to be taken from the addresses in that table to make them relative
 */
record PeImportEntry(String library, boolean delayed, long functions, long base) {}
