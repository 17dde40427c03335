package io.github.rustcross.verify;

import io.github.rustcross.catalog.ArtifactKind;
import io.github.rustcross.catalog.BinaryPromise;
import io.github.rustcross.catalog.MachOPromise;
import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.BinaryDetails;
import io.github.rustcross.inspect.BinaryInspector;
import io.github.rustcross.inspect.ByteSource;
import io.github.rustcross.inspect.MachODetails;
import io.github.rustcross.inspect.MachODylib;
import io.github.rustcross.inspect.MachOPageCheck;
import io.github.rustcross.inspect.MachOPlatform;
import io.github.rustcross.inspect.MalformedBinaryException;
import io.github.rustcross.inspect.UniversalDetails;
import io.github.rustcross.inspect.UniversalSlice;
import io.github.rustcross.toolchain.VersionOrder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What only Mach-O files can have; of a universal file, each of its slices. */
final class MachORules {
  private final Checks checks;
  private final String part;
  private final BinaryPromise promise;
  private final MachODetails file;

  private MachORules(Checks checks, String part, Target target, MachODetails file) {
    this.checks = checks;
    this.part = part;
    this.promise = target.binary();
    this.file = file;
  }

  static void check(Checks checks, ByteSource source, BinaryDetails details)
      throws IOException, MalformedBinaryException {
    List<MachOPageCheck> pages = BinaryInspector.pageChecks(source, details);
    if (details instanceof MachODetails thin) {
      new MachORules(checks, "", checks.subject().target(), thin).check(pages);
    } else if (details instanceof UniversalDetails universal) {
      for (int i = 0; i < universal.slices().size(); i++) {
        slice(checks, universal.slices().get(i), i, pages);
      }
    }
  }

  private static void slice(
      Checks checks, UniversalSlice slice, int number, List<MachOPageCheck> pages) {
    Optional<Target> target =
        checks.subject().parts().stream()
            .filter(part -> part.binary().machine().filter(m -> m == slice.cpuType()).isPresent())
            .findFirst();
    if (target.isPresent() && slice.details() instanceof MachODetails thin) {
      new MachORules(checks, target.get().platform().arch(), target.get(), thin)
          .check(pages.stream().filter(page -> page.slice() == number).toList());
    }
  }

  private void check(List<MachOPageCheck> pages) {
    checks.machineNumber(subject("cputype"), file.cpuType(), promise, "0x%x");
    if (!promise.machO().cpuSubtypes().isEmpty()) {
      checks.oneOf(
          Rule.MACHINE, subject("cpusubtype"), file.cpuSubtype(), promise.machO().cpuSubtypes());
    }
    checks.libraries(
        part, file.dylibs().stream().map(MachODylib::path).toList(), promise.libraries(), true);
    checks.runPaths(part, file.runPaths(), promise.machO().runPaths());
    system();
    signature(pages);
    installName();
  }

  private void system() {
    MachOPromise wanted = promise.machO();
    if (file.platforms().isEmpty()) {
      checks.report(Rule.MINIMUM_OS, part, "not said");
    }
    for (MachOPlatform platform : file.platforms()) {
      String measured = platform.name() + " " + platform.minimum();
      if (wanted.platform().isEmpty() || wanted.minimumOs().isEmpty()) {
        checks.report(Rule.MINIMUM_OS, part, measured);
        continue;
      }
      boolean kept =
          platform.name().equals(wanted.platform().get())
              && VersionOrder.isAtLeast(wanted.minimumOs().get(), platform.minimum().toString());
      checks.compare(
          Rule.MINIMUM_OS,
          part,
          measured,
          "%s %s or older".formatted(wanted.platform().get(), wanted.minimumOs().get()),
          kept,
          Map.of("version", wanted.minimumOs().get()));
    }
  }

  private void signature(List<MachOPageCheck> pages) {
    if (pages.isEmpty()) {
      String measured =
          file.signature().isEmpty() ? "not signed" : "a signature without hashes of pages";
      if (promise.machO().signed()) {
        checks.compare(Rule.SIGNATURE, part, measured, "signed, at least ad hoc", false);
      } else {
        checks.report(Rule.SIGNATURE, part, measured);
      }
      return;
    }
    for (MachOPageCheck page : pages) {
      String how = page.directory().adHoc() ? "ad hoc" : "by a certificate";
      boolean right = page.outcome() == MachOPageCheck.Outcome.RIGHT;
      checks.compare(
          Rule.SIGNATURE,
          part,
          right
              ? "signed " + how
              : "signed %s, hashes of pages %s: %d of %d"
                  .formatted(how, page.outcome().id(), page.wrong(), page.directory().pages()),
          "all page hashes right",
          right);
    }
  }

  private void installName() {
    if (checks.subject().kind() != ArtifactKind.CDYLIB || file.installName().isEmpty()) {
      return;
    }
    String name = file.installName().get();
    List<String> patterns = promise.machO().installNames();
    if (patterns.isEmpty()) {
      checks.report(Rule.INSTALL_NAME, part, name);
    } else {
      checks.compare(
          Rule.INSTALL_NAME,
          part,
          name,
          String.join(" or ", patterns),
          NamePattern.any(patterns, name, true) || !name.contains("/"),
          Map.of("name", checks.subject().file()));
    }
  }

  private String subject(String what) {
    return part.isEmpty() ? what : part + " " + what;
  }
}
