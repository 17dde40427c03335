package io.github.rustcross.inspect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds what the readers say of a file against what programs that others wrote say of it, each in
 * the words of that program.
 */
final class Agreement {

  private final Path folder;

  /**
   * For any number of files, several at a time too.
   *
   * @param folder for parts of files, which are left there
   */
  Agreement(Path folder) {
    this.folder = folder;
  }

  /** What differs from any of the programs that know the file's format. */
  List<String> differences(Path file) throws IOException, MalformedBinaryException {
    Inspection inspection = BinaryInspector.inspect(file);
    BinaryDetails details = BinaryInspector.details(file);
    List<String> all = new ArrayList<>(recognition(file, inspection, details));
    all.addAll(differences(file, inspection, details));
    return all;
  }

  /** What differs from the programs that look into files of this format. */
  List<String> differences(Path file, Inspection inspection, BinaryDetails details)
      throws IOException {
    if (details instanceof ElfDetails elf) {
      return elf(file, ElfFields.of(inspection, elf));
    } else if (details instanceof PeDetails pe) {
      return pe(file, inspection, pe);
    } else if (details instanceof CoffDetails coff) {
      return coff(file, CoffFields.of(inspection, coff));
    } else if (details instanceof MachODetails machO) {
      return machO(file, machO);
    } else if (details instanceof UniversalDetails universal) {
      return universal(file, universal);
    } else if (details instanceof WasmDetails wasm) {
      // The other program knows no components.
      return wasm.component() ? List.of() : wasm(file, WasmFields.of(wasm));
    } else if (details instanceof ArchiveDetails archive) {
      return archive(file, ArchiveFields.of(archive));
    }
    throw new IllegalStateException(file + " has details of an unknown kind");
  }

  /** What differs from {@code file}. */
  List<String> recognition(Path file, Inspection inspection, BinaryDetails details)
      throws IOException {
    List<String> lines = Tool.required("file", FileFields.ARGUMENTS).lines(file);
    return differences("file", FileFields.of(inspection, details), FileFields.read(lines.get(0)));
  }

  private static List<String> elf(Path file, Fields ours) throws IOException {
    List<String> readelf = Tool.required("readelf", ReadelfFields.ARGUMENTS).lines(file);
    List<String> llvm = Tool.required("llvm-readelf", ReadelfFields.ARGUMENTS).lines(file);
    List<String> objdump = Tool.required("objdump", "-p").lines(file);
    List<String> all = new ArrayList<>(differences("readelf", ours, ReadelfFields.read(readelf)));
    all.addAll(differences("llvm-readelf", ours, LlvmElfFields.read(llvm)));
    Fields told = ours.only(ObjdumpElfFields.TOLD);
    all.addAll(differences("objdump", told, ObjdumpElfFields.read(objdump)));
    return all;
  }

  private static List<String> pe(Path file, Inspection inspection, PeDetails details)
      throws IOException {
    List<String> readobj = Tool.required("llvm-readobj", PeFields.ARGUMENTS).lines(file);
    List<String> objdump = Tool.required("objdump", "-p").lines(file);
    Fields ours = PeFields.of(inspection, details);
    List<String> all = new ArrayList<>(differences("llvm-readobj", ours, PeFields.read(readobj)));
    Fields known = ObjdumpPeFields.of(details);
    all.addAll(differences("objdump", known, ObjdumpPeFields.read(objdump)));
    return all;
  }

  private static List<String> coff(Path file, Fields ours) throws IOException {
    List<String> readobj = Tool.required("llvm-readobj", CoffFields.ARGUMENTS).lines(file);
    return differences("llvm-readobj", ours, CoffFields.read(readobj));
  }

  private static List<String> machO(Path file, MachODetails details) throws IOException {
    List<String> objdump = Tool.required("llvm-objdump", MachOFields.ARGUMENTS).lines(file);
    List<String> nm = Tool.required("llvm-nm", "-gUj").lines(file);
    return differences(
        "llvm-objdump and llvm-nm", MachOFields.of(details), MachOFields.read(objdump, nm));
  }

  private List<String> universal(Path file, UniversalDetails universal) throws IOException {
    List<String> all = new ArrayList<>();
    try (ByteSource source = ByteSource.open(file)) {
      for (UniversalSlice slice : universal.slices()) {
        Path part = Files.createTempFile(folder, "slice-" + slice.cpuType() + "-", ".macho");
        Files.write(part, source.bytes(slice.offset(), Math.toIntExact(slice.size())));
        all.addAll(differences(part, BinaryInspector.inspect(part), slice.details()));
      }
    } catch (MalformedBinaryException e) {
      all.add(e.getMessage());
    }
    return all;
  }

  private static List<String> wasm(Path file, Fields ours) throws IOException {
    return differences("obj2yaml", ours, WasmFields.read(Tool.required("obj2yaml").lines(file)));
  }

  private static List<String> archive(Path file, Fields ours) throws IOException {
    List<String> readobj = Tool.required("llvm-readobj", "--file-headers").lines(file);
    return differences("llvm-readobj", ours, ArchiveFields.read(readobj));
  }

  private static List<String> differences(String program, Fields ours, Fields theirs) {
    return ours.differences(theirs).stream().map(text -> program + ": " + text).toList();
  }
}
