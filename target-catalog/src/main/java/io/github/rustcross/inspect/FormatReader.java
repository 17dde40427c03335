package io.github.rustcross.inspect;

import java.io.IOException;

/** A reader of one container format. */
interface FormatReader {

  /** Whether the first bytes are this format's; never fails for what the bytes are. */
  boolean recognises(ByteSource source) throws IOException;

  /**
   * Reads a recognised source.
   *
   * @param depth how many archives or universal files the source lies in
   */
  Inspection read(ByteSource source, int depth) throws IOException, MalformedBinaryException;

  /** Reads everything that a recognised source says of itself. */
  BinaryDetails details(ByteSource source, int depth) throws IOException, MalformedBinaryException;
}
