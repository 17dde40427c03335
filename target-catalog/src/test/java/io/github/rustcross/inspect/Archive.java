package io.github.rustcross.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes {@code ar} archives, good and bad. */
public final class Archive {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public Archive() {
    out.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
  }

  public Archive member(String name, byte[] content) {
    return header(name, Integer.toString(content.length)).content(content);
  }

  Archive bsdMember(String name, byte[] content) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[text.length + content.length];
    System.arraycopy(text, 0, both, 0, text.length);
    System.arraycopy(content, 0, both, text.length, content.length);
    return member("#1/" + text.length, both);
  }

  Archive header(String name, String size) {
    String header =
        String.format(
            Locale.ROOT, "%-16s%-12s%-6s%-6s%-8s%-10s`\n", name, "0", "0", "0", "644", size);
    out.writeBytes(header.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Archive content(byte[] content) {
    out.writeBytes(content);
    if (content.length % 2 != 0) {
      out.write('\n');
    }
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
