package io.github.rustcross.inspect;

/**
 * One member of an archive.
 *
 * @param name as it stands in the archive; {@code /NNN} when it lies in the table of long names
 * @param content without header, BSD name and padding
 */
record ArMember(String name, ByteSource content) {}
