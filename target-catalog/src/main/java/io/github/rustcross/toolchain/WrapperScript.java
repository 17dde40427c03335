package io.github.rustcross.toolchain;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A script of ours, such as one that starts a tool with fixed arguments. Its folder is named after
 * its content, so that builds with other settings never change a script that is in use, and the
 * same settings always have the same path, which cargo takes into its fingerprints.
 *
 * @param path where the script lies
 * @param content what is in it
 */
public record WrapperScript(Path path, String content) {
  private static final int DIGEST_CHARACTERS = 16;

  /**
   * A program to start.
   *
   * @param program the program
   * @param arguments what comes before the caller's own arguments
   * @param environment variables that are set before
   * @param inFront folders that are put in front of those that a variable has already
   * @param version what is started instead where the caller asks for nothing but the version; empty
   *     where the program is asked itself
   */
  record Call(
      Path program,
      List<String> arguments,
      Map<String, String> environment,
      Map<String, List<String>> inFront,
      List<String> version) {
    /** Copies the collections; variables have one order, so that the same call is the same text. */
    Call {
      arguments = List.copyOf(arguments);
      version = List.copyOf(version);
      environment = new TreeMap<>(environment);
      inFront = new TreeMap<>(inFront);
    }
  }

  /**
   * Writes nothing; says what is to be written.
   *
   * @param folder the folder of all scripts
   * @param name the script's name without an extension
   * @param call what it does
   */
  static WrapperScript of(Path folder, String name, Call call, boolean windows) {
    String content = windows ? batch(call) : shell(call);
    return of(folder, windows ? name + ".bat" : name, content);
  }

  /**
   * A script that is the same whoever it is for. Writes nothing; says what is to be written.
   *
   * @param folder the folder of all scripts
   * @param fileName the script's name, with its extension
   * @param content what is in it
   */
  public static WrapperScript of(Path folder, String fileName, String content) {
    return new WrapperScript(folder.resolve(digest(content)).resolve(fileName), content);
  }

  private static String shell(Call call) {
    StringBuilder script = new StringBuilder("#!/bin/sh\n");
    call.inFront()
        .forEach(
            (name, folders) ->
                script.append(
                    "export %1$s=%2$s\"${%1$s:+:$%1$s}\"\n"
                        .formatted(name, quoted(String.join(":", folders)))));
    call.environment()
        .forEach(
            (name, value) ->
                script
                    .append("export ")
                    .append(name)
                    .append('=')
                    .append(quoted(value))
                    .append('\n'));
    if (!call.version().isEmpty()) {
      script.append("[ \"$*\" = --version ] && exec");
      call.version().forEach(word -> script.append(' ').append(quoted(word)));
      script.append('\n');
    }
    script.append("exec ").append(quoted(call.program().toString()));
    call.arguments().forEach(argument -> script.append(' ').append(quoted(argument)));
    return script.append(" \"$@\"\n").toString();
  }

  private static String quoted(String value) {
    return value.matches("[A-Za-z0-9_./:=+,@-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  private static String batch(Call call) {
    StringBuilder script = new StringBuilder("@echo off\r\nsetlocal DisableDelayedExpansion\r\n");
    call.inFront()
        .forEach(
            (name, folders) ->
                script.append(
                    "set \"%1$s=%2$s;%%%1$s%%\"\r\n"
                        .formatted(name, escaped(String.join(";", folders)))));
    call.environment()
        .forEach(
            (name, value) ->
                script
                    .append("set \"")
                    .append(name)
                    .append('=')
                    .append(escaped(value))
                    .append("\"\r\n"));
    if (!call.version().isEmpty()) {
      script.append("if not \"%*\"==\"--version\" goto run\r\n");
      script.append(
          call.version().stream()
              .map(word -> '"' + escaped(word) + '"')
              .collect(Collectors.joining(" ")));
      script.append("\r\nexit /b %errorlevel%\r\n:run\r\n");
    }
    script.append('"').append(escaped(call.program().toString())).append('"');
    call.arguments()
        .forEach(argument -> script.append(" \"").append(escaped(argument)).append('"'));
    return script.append(" %*\r\n").toString();
  }

  /** A percent sign expands even inside quotes; a quote would end them. */
  private static String escaped(String value) {
    return value.replace("%", "%%").replace("\"", "\\\"");
  }

  private static String digest(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
