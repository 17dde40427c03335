package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for texts, such as the paths of a build machine, in a binary of any size, reading it once.
 * Of texts that end at the same byte, the longest is told.
 */
public final class TextSearch {

  private static final int MOST_TEXT_BYTES = 1 << 14;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LINE_BYTES = 512;

  private final List<String> texts;
  private final List<byte[]> encoded;
  private final TextAutomaton automaton;

  /**
   * A search that can be used for many files.
   *
   * @param texts what is looked for, as UTF-8: whole paths, or beginnings of paths
   * @throws IllegalArgumentException if a text is empty, or all of them have more than 16384 bytes
   */
  public TextSearch(Collection<String> texts) {
    this.texts = texts.stream().distinct().toList();
    this.encoded = this.texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    int bytes = 0;
    for (byte[] text : encoded) {
      if (text.length == 0) {
        throw new IllegalArgumentException("a text to look for is empty");
      }
      bytes += text.length;
    }
    if (bytes > MOST_TEXT_BYTES) {
      throw new IllegalArgumentException(
          "texts to look for have " + bytes + " bytes, limit " + MOST_TEXT_BYTES);
    }
    this.automaton = new TextAutomaton(encoded);
  }

  /**
   * Searches the regions of a binary, each byte once, wherever regions overlap.
   *
   * @param source the whole binary, which stays open
   * @param details what {@link BinaryInspector#details} said of it
   * @param most how many occurrences are enough
   * @return the first occurrences, in the order of their last bytes
   * @throws IOException if the source's file cannot be read
   * @throws MalformedBinaryException if the details are not those of the source
   */
  public List<TextOccurrence> in(ByteSource source, BinaryDetails details, int most)
      throws IOException, MalformedBinaryException {
    List<FileRegion> regions = new ArrayList<>(details.regions());
    if (regions.isEmpty()) {
      regions.add(new FileRegion("", source.offset(), source.size()));
    }
    regions.sort(Comparator.comparingLong(FileRegion::offset));
    List<TextOccurrence> found = new ArrayList<>();
    long start = 0;
    long end = 0;
    for (FileRegion region : regions) {
      if (region.offset() > end) {
        search(source, start, end, regions, found, most);
        start = region.offset();
      }
      end = Math.max(end, region.offset() + region.size());
    }
    search(source, start, end, regions, found, most);
    return List.copyOf(found);
  }

  private void search(
      ByteSource source,
      long start,
      long end,
      List<FileRegion> regions,
      List<TextOccurrence> found,
      int most)
      throws IOException, MalformedBinaryException {
    byte[] buffer = new byte[(int) Math.min(BUFFER_BYTES, end - start)];
    TextAutomaton.State state = new TextAutomaton.State();
    for (long at = start; at < end && found.size() < most; ) {
      int length = (int) Math.min(buffer.length, end - at);
      source.read(at - source.offset(), buffer, length);
      for (int next = 0; next < length && found.size() < most; ) {
        next = automaton.run(state, buffer, next, length);
        int text = automaton.found(state);
        if (text >= 0) {
          long offset = at + next - encoded.get(text).length;
          found.add(occurrence(source, text, offset, regions));
        }
      }
      at += length;
    }
  }

  private TextOccurrence occurrence(
      ByteSource source, int text, long offset, List<FileRegion> regions)
      throws IOException, MalformedBinaryException {
    String region =
        regions.stream()
            .filter(part -> part.holds(offset))
            .map(FileRegion::name)
            .findFirst()
            .orElse("");
    long at = offset - source.offset();
    long end = Math.min(source.size(), at + LINE_BYTES);
    long next = at + encoded.get(text).length;
    while (next < end && source.u8(next) >= ' ' && source.u8(next) <= '~') {
      next++;
    }
    return new TextOccurrence(texts.get(text), offset, region, source.text(at, (int) (next - at)));
  }
}
