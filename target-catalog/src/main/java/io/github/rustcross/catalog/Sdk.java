package io.github.rustcross.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder that a toolchain lives in and that users have in places of their own. Texts are
 * templates, see {@code io.github.rustcross.toolchain.Template}; {@code *} in a path stands for any
 * part of one name.
 *
 * @param description what it is, for messages: {@code an Android NDK}
 * @param find where to look, best first. {@code {argument}} is what the user wrote behind the
 *     toolchain's name, {@code {env:NAME}} a variable, {@code {home}} the home folder; a candidate
 *     with an unknown word is passed over. One that is nothing but {@code {argument}} or {@code
 *     {env:NAME}} is what the user says: it serves, or the toolchain does not
 * @param has paths below it that have to be there
 * @param parts paths below it that texts know as {@code {folder:name}}, by name; unknown where
 *     there is no such path
 * @param optional whether the toolchain may be had without it, from PATH
 */
public record Sdk(
    String description,
    List<String> find,
    List<String> has,
    Map<String, String> parts,
    boolean optional) {
  /** Copies the collections and keeps their order. */
  public Sdk {
    find = List.copyOf(find);
    has = List.copyOf(has);
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }
}
