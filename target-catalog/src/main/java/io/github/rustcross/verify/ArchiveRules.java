package io.github.rustcross.verify;

import io.github.rustcross.catalog.Rule;
import io.github.rustcross.catalog.Target;
import io.github.rustcross.inspect.ArchiveDetails;
import io.github.rustcross.inspect.ArchiveEntry;
import io.github.rustcross.inspect.Inspection;

/** Static libraries: every member that is a binary has to be one of the target. */
final class ArchiveRules {
  private ArchiveRules() {}

  static void check(Checks checks, ArchiveDetails archive) {
    Target target = checks.subject().target();
    String promised = target.binary().format() + ", " + CommonRules.machine(target);
    long objects = 0;
    boolean kept = true;
    for (ArchiveEntry member : archive.members()) {
      if (member.binary().isEmpty()) {
        continue;
      }
      objects++;
      Inspection object = member.binary().get();
      String measured = object.format().id() + ", " + CommonRules.machine(object);
      if (!measured.equals(promised)) {
        kept = false;
        checks.compare(Rule.MEMBER, member.name(), measured, promised, false);
      }
    }
    if (kept) {
      checks.compare(
          Rule.MEMBER,
          "",
          "%d objects, %d other members".formatted(objects, archive.members().size() - objects),
          "objects: " + promised,
          objects > 0);
    }
  }
}
