package io.github.rustcross.inspect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one program says of a file, field by field, so that two of them can be held together. */
final class Fields {

  private static final String UNKNOWN = "?";

  private final Map<String, List<String>> values = new TreeMap<>();

  /** A field of one value. */
  Fields put(String field, Object value) {
    values.put(field, new ArrayList<>(List.of(value.toString())));
    return this;
  }

  /** A field of any number of values, in order. */
  Fields putAll(String field, Collection<?> all) {
    values.put(field, new ArrayList<>(all.stream().map(Object::toString).toList()));
    return this;
  }

  /** One more value of a field. */
  Fields add(String field, Object value) {
    values.computeIfAbsent(field, name -> new ArrayList<>()).add(value.toString());
    return this;
  }

  /** Sorts the values of a field, whose order is not comparable. */
  Fields sort(String field) {
    values.getOrDefault(field, new ArrayList<>()).sort(null);
    return this;
  }

  /** Keeps the first of equal values of a field. */
  Fields distinct(String field) {
    values.computeIfPresent(field, (name, all) -> new ArrayList<>(new LinkedHashSet<>(all)));
    return this;
  }

  /** Leaves a field out of comparisons, because the program failed to say it. */
  Fields unknown(String field) {
    values.put(field, List.of(UNKNOWN));
    return this;
  }

  /** The values of a field, none if there is no such field. */
  List<String> values(String field) {
    return List.copyOf(values.getOrDefault(field, List.of()));
  }

  /** The named fields alone, for programs that tell no others. */
  Fields only(Set<String> fields) {
    Fields some = new Fields();
    some.values.putAll(values);
    some.values.keySet().retainAll(fields);
    return some;
  }

  /** What differs; a field without values is the same as none. */
  List<String> differences(Fields other) {
    List<String> differences = new ArrayList<>();
    Map<String, List<String>> all = new TreeMap<>(values);
    all.putAll(other.values);
    for (String field : all.keySet()) {
      List<String> ours = new ArrayList<>(values.getOrDefault(field, List.of()));
      List<String> theirs = new ArrayList<>(other.values.getOrDefault(field, List.of()));
      if (!ours.equals(theirs) && !theirs.contains(UNKNOWN)) {
        List<String> both = List.copyOf(ours);
        theirs.forEach(ours::remove);
        both.forEach(theirs::remove);
        differences.add(field + ": only ours " + shown(ours) + ", only theirs " + shown(theirs));
      }
    }
    return differences;
  }

  private static String shown(List<String> values) {
    return values.size() > 10 ? values.subList(0, 10) + " …" + values.size() : values.toString();
  }
}
