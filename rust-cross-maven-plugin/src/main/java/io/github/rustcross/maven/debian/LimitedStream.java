package io.github.rustcross.maven.debian;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with an exception when more comes out of it than may. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private final String what;
  private long count;

  LimitedStream(InputStream stream, long limit, String what) {
    super(stream);
    this.limit = limit;
    this.what = what;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) throws MalformedArchiveException {
    count += bytes;
    if (count > limit) {
      throw new MalformedArchiveException(
          "%s unpacks to more than %d MiB".formatted(what, limit >> 20));
    }
  }
}
