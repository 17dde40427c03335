/**
 * Bounds-checked readers of ELF, PE/COFF, Mach-O, WebAssembly and {@code ar} files that say for
 * which platform a binary was built and what it needs there.
 */
package io.github.rustcross.inspect;
