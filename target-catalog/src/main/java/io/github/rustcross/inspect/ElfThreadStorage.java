package io.github.rustcross.inspect;

import java.util.OptionalLong;

/**
 * The thread-local storage of an ELF file (Drepper, "ELF Handling For Thread-Local Storage").
 *
 * @param size bytes for each thread ({@code p_memsz} of {@code PT_TLS}), unsigned; empty if there
 *     is no such segment
 * @param alignment the segment's {@code p_align}, unsigned; 0 if there is none
 * @param fixed whether the file uses the offsets of the initial-exec model ({@code DF_STATIC_TLS}),
 *     which a library that is loaded later can fail to get
 */
public record ElfThreadStorage(OptionalLong size, long alignment, boolean fixed) {}
