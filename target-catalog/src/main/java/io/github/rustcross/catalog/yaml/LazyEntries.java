package io.github.rustcross.catalog.yaml;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A map whose values are read when they are asked for, each once: of a hundred targets a build
 * needs a few. For what was checked before, as nobody expects a problem so late. Unmodifiable.
 */
public final class LazyEntries<T> extends AbstractMap<String, T> {
  private final Set<String> names;
  private final Function<String, T> reader;
  private final Map<String, T> read = new HashMap<>();

  LazyEntries(List<String> names, Function<String, T> reader) {
    this.names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    this.reader = reader;
  }

  @Override
  public synchronized T get(Object name) {
    T value = read.get(name);
    if (value == null && names.contains(name)) {
      value = reader.apply((String) name);
      read.put((String) name, value);
    }
    return value;
  }

  @Override
  public boolean containsKey(Object name) {
    return names.contains(name);
  }

  @Override
  public Set<String> keySet() {
    return names;
  }

  @Override
  public int size() {
    return names.size();
  }

  /** Reads what was not read yet. */
  @Override
  public Set<Map.Entry<String, T>> entrySet() {
    Map<String, T> all = new LinkedHashMap<>();
    names.forEach(name -> all.put(name, get(name)));
    return Collections.unmodifiableMap(all).entrySet();
  }
}
