package io.github.rustcross.runner;

import io.github.rustcross.toolchain.Setting;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A folder that a runner needs and that is made once, such as the prefix of a Windows.
 *
 * @param folder the folder, which is complete when it exists
 * @param command what fills it; nothing where an empty folder will do
 * @param environment the variables of that command, with their origin
 * @param libraries what the runner lacks and is added afterwards
 */
public record RunnerSetup(
    Path folder,
    List<String> command,
    Map<String, Setting> environment,
    List<ForwardingLibrary> libraries) {
  /** Copies the collections and keeps their order. */
  public RunnerSetup {
    command = List.copyOf(command);
    environment = Collections.unmodifiableMap(new LinkedHashMap<>(environment));
    libraries = List.copyOf(libraries);
  }

  /**
   * A Windows library without code: each of its functions is another library's. Written only where
   * the runner has no such library itself.
   *
   * @param file its path in the folder
   * @param machine the linker's word for the machine: {@code x64}, {@code x86}, {@code arm64}
   * @param functions for each function it has, the library and function that do the work, as {@code
   *     library.function}
   */
  public record ForwardingLibrary(String file, String machine, Map<String, String> functions) {
    /** Copies the map. */
    public ForwardingLibrary {
      functions = Map.copyOf(functions);
    }
  }
}
