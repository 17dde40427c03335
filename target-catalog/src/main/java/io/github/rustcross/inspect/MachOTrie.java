package io.github.rustcross.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * Reads an export trie (dyld, "mach-o/loader.h", comment of {@code dyld_info_command}): each node
 * has what the name so far exports, if anything, and edges of text to further nodes.
 */
final class MachOTrie {

  private final ByteSource trie;
  private final NameBudget budget;
  private final BitSet seen = new BitSet();
  private final List<String> names = new ArrayList<>();

  /** Where reading goes on: the next edge of a node, and the name's length there. */
  private static final class Frame {
    private final ByteCursor edges;
    private final int prefixBytes;
    private int edgesLeft;

    Frame(ByteCursor edges, int prefixBytes, int edgesLeft) {
      this.edges = edges;
      this.prefixBytes = prefixBytes;
      this.edgesLeft = edgesLeft;
    }
  }

  private MachOTrie(ByteSource trie, NameBudget budget) {
    this.trie = trie;
    this.budget = budget;
  }

  static List<String> read(ByteSource trie, NameBudget budget)
      throws IOException, MalformedBinaryException {
    MachOTrie reader = new MachOTrie(trie, budget);
    if (trie.size() > 0) {
      reader.walk();
    }
    return reader.names;
  }

  private void walk() throws IOException, MalformedBinaryException {
    NameBuffer name = new NameBuffer();
    Deque<Frame> open = new ArrayDeque<>();
    open.push(node(0, name));
    while (!open.isEmpty()) {
      Frame frame = open.peek();
      if (frame.edgesLeft == 0) {
        open.pop();
        continue;
      }
      frame.edgesLeft--;
      name.cut(frame.prefixBytes);
      for (int next = frame.edges.u8(); next != 0; next = frame.edges.u8()) {
        if (name.size() == Limits.SYMBOL_BYTES) {
          throw trie.malformed(0, "a name has more than " + Limits.SYMBOL_BYTES + " bytes");
        }
        name.write(next);
      }
      open.push(node(frame.edges.u64(), name));
    }
  }

  // In a tree every node has one way to it; in what only looks like one there may be any number.
  private Frame node(long at, NameBuffer name) throws IOException, MalformedBinaryException {
    if (at < 0 || at >= Math.min(trie.size(), Integer.MAX_VALUE)) {
      throw trie.malformed(0, "has no node at " + MalformedBinaryException.hex(at));
    }
    if (seen.get((int) at)) {
      throw trie.malformed(at, "the node is reached twice");
    }
    seen.set((int) at);
    ByteCursor cursor = new ByteCursor(trie.slice(trie.name(), at, trie.size() - at));
    long terminalBytes = cursor.u32();
    if (terminalBytes > 0) {
      names.add(budget.take(trie, at, name.text()));
    }
    cursor.slice("export", terminalBytes);
    return new Frame(cursor, name.size(), cursor.u8());
  }

  private static final class NameBuffer extends ByteArrayOutputStream {

    void cut(int length) {
      count = length;
    }

    String text() {
      return toString(StandardCharsets.UTF_8);
    }
  }
}
