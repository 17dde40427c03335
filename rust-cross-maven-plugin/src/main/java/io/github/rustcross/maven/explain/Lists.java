package io.github.rustcross.maven.explain;

import io.github.rustcross.catalog.CatalogValue;
import java.util.ArrayList;
import java.util.List;

/** Makes one line of the items of a list that come from one file. */
final class Lists {
  private static final String ITEM = "\\[\\d+\\]$";

  private Lists() {}

  /**
   * The values, items of a list that follow each other and come from the same file joined; they
   * have the origin of the first one.
   */
  static List<CatalogValue> joined(List<CatalogValue> values) {
    List<CatalogValue> joined = new ArrayList<>();
    for (CatalogValue value : values) {
      String list = value.path().replaceFirst(ITEM, "");
      int last = joined.size() - 1;
      CatalogValue before = last < 0 ? null : joined.get(last);
      if (list.equals(value.path())) {
        joined.add(value);
      } else if (before != null
          && before.path().equals(list)
          && before.origin().source().equals(value.origin().source())) {
        joined.set(
            last, new CatalogValue(list, before.text() + ", " + value.text(), before.origin()));
      } else {
        joined.add(new CatalogValue(list, value.text(), value.origin()));
      }
    }
    return joined;
  }
}
