package io.github.rustcross.inspect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The imported functions (PE Format, "Import Lookup Table" and "Hint/Name Table"). */
final class PeFunctions {

  private static final Endianness LITTLE = Endianness.LITTLE;

  private final PeHeader header;
  private final PeAddresses addresses;
  private final NameBudget budget;

  private PeFunctions(PeHeader header, PeAddresses addresses, NameBudget budget) {
    this.header = header;
    this.addresses = addresses;
    this.budget = budget;
  }

  static List<PeImport> read(PeHeader header, PeAddresses addresses, NameBudget budget)
      throws IOException, MalformedBinaryException {
    PeFunctions functions = new PeFunctions(header, addresses, budget);
    List<PeImport> imports = new ArrayList<>();
    for (PeImportEntry entry : PeImports.read(header, addresses)) {
      imports.add(new PeImport(entry.library(), entry.delayed(), functions.of(entry)));
    }
    return imports;
  }

  private List<PeFunction> of(PeImportEntry entry) throws IOException, MalformedBinaryException {
    List<PeFunction> functions = new ArrayList<>();
    if (entry.functions() == 0) {
      return functions;
    }
    ByteSource table = addresses.at("PE import lookup table", entry.functions());
    int step = header.wide() ? 8 : 4;
    for (long at = 0; thunk(table, at) != 0; at += step) {
      functions.add(function(table, at, entry.base()));
    }
    return functions;
  }

  private long thunk(ByteSource table, long at) throws IOException, MalformedBinaryException {
    return header.wide() ? table.u64(at, LITTLE) : table.u32(at, LITTLE);
  }

  private PeFunction function(ByteSource table, long at, long base)
      throws IOException, MalformedBinaryException {
    long thunk = thunk(table, at);
    boolean byOrdinal = (thunk >>> (header.wide() ? 63 : 31)) != 0;
    if (byOrdinal) {
      budget.take(table, at, "");
      return new PeFunction(Optional.empty(), (int) (thunk & 0xffff));
    }
    ByteSource hint = addresses.at("PE imported function", thunk - base);
    String name = budget.take(table, at, hint.cString(2, Limits.SYMBOL_BYTES));
    return new PeFunction(Optional.of(name), hint.u16(0, LITTLE));
  }
}
