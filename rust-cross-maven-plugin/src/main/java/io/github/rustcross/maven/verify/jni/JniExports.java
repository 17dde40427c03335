package io.github.rustcross.maven.verify.jni;

import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.ElfDetails;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.PeDetails;
import io.github.rustcross.inspect.PeExport;
import io.github.rustcross.inspect.UniversalDetails;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names that the JVM finds in a library. */
public final class JniExports {
  private static final int MACHINE_I386 = 0x14c;
  // What Microsoft's compiler makes of the name of a __stdcall function, with the arguments' bytes.
  private static final Pattern STDCALL = Pattern.compile("_(.+)@\\d+");

  private JniExports() {}

  /**
   * The exported names as C has them.
   *
   * <ul>
   *   <li>ELF: as they are.
   *   <li>PE: as they are, and on i386 {@code _name@8} for {@code name}, because the JVM looks for
   *       both there. It does not look for {@code name@8}, which MinGW's linkers may export: that
   *       one stays as it is.
   *   <li>Mach-O: without the underscore that {@code dlsym} puts in front; of universal files those
   *       that every slice has.
   * </ul>
   *
   * @return each once, in the file's order; none for formats that the JVM does not load
   */
  public static List<String> of(BinaryDetails details) {
    if (details instanceof ElfDetails elf) {
      return elf.symbols().exports().stream().distinct().toList();
    }
    if (details instanceof PeDetails pe) {
      Stream<String> names = pe.exports().stream().map(PeExport::name).flatMap(Optional::stream);
      return names
          .map(name -> pe.machine() == MACHINE_I386 ? undecorated(name) : name)
          .distinct()
          .toList();
    }
    if (details instanceof MachODetails macho) {
      return macho.symbols().exports().stream()
          .filter(name -> name.startsWith("_"))
          .map(name -> name.substring(1))
          .distinct()
          .toList();
    }
    return details instanceof UniversalDetails universal ? inAllSlices(universal) : List.of();
  }

  private static String undecorated(String name) {
    Matcher decorated = STDCALL.matcher(name);
    return decorated.matches() ? decorated.group(1) : name;
  }

  private static List<String> inAllSlices(UniversalDetails universal) {
    List<List<String>> slices =
        universal.slices().stream().map(slice -> of(slice.details())).toList();
    if (slices.isEmpty()) {
      return List.of();
    }
    List<String> common = new ArrayList<>(slices.get(0));
    slices.forEach(slice -> common.retainAll(new HashSet<>(slice)));
    return common;
  }
}
