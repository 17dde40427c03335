package io.github.rustcross.inspect;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a reader finds; the linkage follows from the rest, so that all formats agree. */
final class InspectionBuilder {

  private final BinaryFormat format;
  private final FileKind kind;
  private final Set<String> needed = new LinkedHashSet<>();
  private String architecture = "";
  private int bits;
  private Endianness endianness = Endianness.LITTLE;
  private Optional<String> interpreter = Optional.empty();
  private Optional<GlibcVersion> glibc = Optional.empty();
  private List<Inspection> slices = List.of();

  InspectionBuilder(BinaryFormat format, FileKind kind) {
    this.format = format;
    this.kind = kind;
  }

  InspectionBuilder machine(String architecture, int bits, Endianness endianness) {
    this.architecture = architecture;
    this.bits = bits;
    this.endianness = endianness;
    return this;
  }

  InspectionBuilder interpreter(Optional<String> interpreter) {
    this.interpreter = interpreter;
    return this;
  }

  InspectionBuilder glibc(Optional<GlibcVersion> glibc) {
    this.glibc = glibc;
    return this;
  }

  InspectionBuilder needed(Collection<String> names) {
    needed.addAll(names);
    return this;
  }

  InspectionBuilder slices(List<Inspection> slices) {
    this.slices = slices;
    return this;
  }

  Inspection build() {
    boolean dynamic =
        kind == FileKind.SHARED_LIBRARY || interpreter.isPresent() || !needed.isEmpty();
    return new Inspection(
        format,
        kind,
        architecture,
        bits,
        endianness,
        dynamic ? Linkage.DYNAMIC : Linkage.STATIC,
        interpreter,
        glibc,
        List.copyOf(needed),
        slices);
  }
}
