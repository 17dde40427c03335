package io.github.rustcross.inspect;

import java.io.IOException;

/** Inspects what lies in an archive or a universal file, but not without end. */
final class Nesting {

  private Nesting() {}

  static Inspection inspect(ByteSource part, int outerDepth)
      throws IOException, MalformedBinaryException {
    return BinaryInspector.inspect(part, deeper(part, outerDepth));
  }

  static BinaryDetails details(ByteSource part, int outerDepth)
      throws IOException, MalformedBinaryException {
    return BinaryInspector.details(part, deeper(part, outerDepth));
  }

  private static int deeper(ByteSource part, int outerDepth) throws MalformedBinaryException {
    int depth = outerDepth + 1;
    if (depth > Limits.NESTING) {
      throw part.malformed(
          0, "lies in " + depth + " archives or universal files, limit " + Limits.NESTING);
    }
    return depth;
  }
}
