package io.github.rustcross.toolchain;

import io.github.rustcross.catalog.Role;
import io.github.rustcross.catalog.Target;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A toolchain file of CMake (cmake-toolchains(7)): a target's compilers, and where its headers and
 * libraries are.
 */
public final class CmakeToolchainFile {
  private static final String SYSTEM = "cmakeSystem";
  private static final String PROCESSOR = "cmakeProcessor";

  /** A folder that is not there. */
  private static final String NOWHERE = "/no-libraries-of-the-target";

  private static final Map<Role, String> PROGRAMS = new LinkedHashMap<>();

  static {
    PROGRAMS.put(Role.CC, "CMAKE_C_COMPILER");
    PROGRAMS.put(Role.CXX, "CMAKE_CXX_COMPILER");
    PROGRAMS.put(Role.AR, "CMAKE_AR");
    PROGRAMS.put(Role.RANLIB, "CMAKE_RANLIB");
  }

  /** What is found with pkg-config is the target's too; CMake knows no variables of targets. */
  private static final List<String> PKG_CONFIG =
      List.of("PKG_CONFIG_SYSROOT_DIR", "PKG_CONFIG_LIBDIR");

  private final Target target;
  private final HostPlatform host;
  private final Map<Role, String> programs;
  private final Map<String, Setting> variables;
  private final List<FoundPath> found;
  private final StringBuilder text = new StringBuilder();

  /**
   * A file for one target. It is written by {@link #text()}, where {@link #unknownNames()} and
   * {@link #divided()} are empty.
   *
   * @param host the machine that runs CMake
   * @param programs paths of the toolchain's programs; without a C compiler the machine's own serve
   * @param variables those of the target's build scripts, as {@code CFLAGS_…} for each target
   * @param found where the toolchain and the sysroot are
   */
  public CmakeToolchainFile(
      Target target,
      HostPlatform host,
      Map<Role, String> programs,
      Map<String, Setting> variables,
      List<FoundPath> found) {
    this.target = target;
    this.host = host;
    this.programs = programs;
    this.variables = variables;
    this.found = found;
  }

  /** What the catalog's {@code names:} do not have of the target. */
  public List<String> unknownNames() {
    return Stream.of(SYSTEM, PROCESSOR).filter(name -> !target.names().containsKey(name)).toList();
  }

  /** Paths that CMake would divide, because there is a semicolon in them. */
  public List<String> divided() {
    return programs.values().stream().filter(path -> path.contains(";")).toList();
  }

  /** Whether there is a compiler of the target's own, and all can be said. */
  boolean canBeWritten() {
    return programs.containsKey(Role.CC) && unknownNames().isEmpty() && divided().isEmpty();
  }

  /** The file. */
  public String text() {
    if (!programs.containsKey(Role.CC)) {
      // A system's name would have CMake believe that nothing it builds runs here.
      return "# This machine's own compilers: CMake finds them.\n";
    }
    text.setLength(0);
    set("CMAKE_SYSTEM_NAME", target.names().get(SYSTEM));
    set("CMAKE_SYSTEM_PROCESSOR", target.names().get(PROCESSOR));
    for (Map.Entry<Role, String> program : PROGRAMS.entrySet()) {
      String path = programs.get(program.getKey());
      if (path != null) {
        set(program.getValue(), slashes(path));
      }
    }
    flags("CMAKE_C_FLAGS_INIT", "CFLAGS");
    flags("CMAKE_CXX_FLAGS_INIT", "CXXFLAGS");
    for (String kind : List.of("EXE", "SHARED", "MODULE")) {
      flags("CMAKE_" + kind + "_LINKER_FLAGS_INIT", "LDFLAGS");
    }
    if (target.libc().isEmpty()) {
      text.append("# There is no C library to link a test program with.\n");
      set("CMAKE_TRY_COMPILE_TARGET_TYPE", "STATIC_LIBRARY");
    }
    folders();
    return text.toString();
  }

  private void folders() {
    Optional<String> sysroot = path("sysroot");
    if (sysroot.isPresent()) {
      // It is known from the folders that a compiler links from, and this one may have its own.
      if (target.names().containsKey("multiarch")) {
        set("CMAKE_LIBRARY_ARCHITECTURE", target.names().get("multiarch"));
      }
      for (String name : PKG_CONFIG) {
        String value = variable(name);
        if (!value.isEmpty()) {
          set("ENV{" + name + "}", value);
        }
      }
    }
    text.append(
        """
        # Programs are this machine's; libraries and headers are not. Where they are the
        # target's: -DCMAKE_FIND_ROOT_PATH=…, CMAKE_PREFIX_PATH; without any, CMake would look everywhere.
        if(NOT CMAKE_FIND_ROOT_PATH)
        """);
    text.append("  ");
    set("CMAKE_FIND_ROOT_PATH", slashes(sysroot.or(() -> path("folder")).orElse(NOWHERE)));
    text.append(
        """
          file(TO_CMAKE_PATH "$ENV{CMAKE_PREFIX_PATH}" CMAKE_PREFIXES_OF_TARGET)
          list(APPEND CMAKE_FIND_ROOT_PATH ${CMAKE_PREFIX_PATH} ${CMAKE_PREFIXES_OF_TARGET})
        endif()
        """);
    set("CMAKE_FIND_ROOT_PATH_MODE_PROGRAM", "NEVER");
    for (String kind : List.of("LIBRARY", "INCLUDE", "PACKAGE")) {
      set("CMAKE_FIND_ROOT_PATH_MODE_" + kind, "ONLY");
    }
  }

  private Optional<String> path(String what) {
    for (FoundPath one : found) {
      if (one.what().equals(what)) {
        return Optional.of(one.path().toString());
      }
    }
    return Optional.empty();
  }

  /** A variable that build scripts have for this target, such as {@code CFLAGS}; else nothing. */
  private String variable(String name) {
    Setting setting = variables.get(name + "_" + target.triple().underscored());
    return setting == null ? "" : setting.value().strip();
  }

  private void flags(String name, String variable) {
    String value = variable(variable);
    if (!value.isEmpty()) {
      set(name, String.join(" ", value.split("\\s+")));
    }
  }

  /** Paths as CMake has them everywhere. */
  private String slashes(String path) {
    return host.isWindows() ? path.replace('\\', '/') : path;
  }

  private void set(String name, String value) {
    text.append("set(").append(name).append(' ').append(bracketed(value)).append(")\n");
  }

  /** A bracket argument: nothing in it is anything but itself (cmake-language(7)). */
  private static String bracketed(String value) {
    String signs = "";
    // A value that ends in a bracket would be closed one sign too early.
    while ((value + "]").contains("]" + signs + "]")) {
      signs += "=";
    }
    return "[%s[%s]%s]".formatted(signs, value, signs);
  }
}
