package io.github.rustcross.maven.rust;

import io.github.rustcross.maven.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How cargo, rustc and rustup are called for one crate.
 *
 * @param directory the crate's folder, so that {@code rust-toolchain.toml} and {@code .cargo} count
 * @param environment the variables they see
 * @param channel a rustup toolchain to use instead of what rustup would choose
 * @param cargoArguments what every call of cargo gets in front, such as {@code --config}
 */
public record RustCommands(
    Path directory,
    Map<String, String> environment,
    Optional<String> channel,
    List<String> cargoArguments) {
  /** Copies the collections. */
  public RustCommands {
    environment = Map.copyOf(environment);
    cargoArguments = List.copyOf(cargoArguments);
  }

  /** Calls of cargo without further arguments. */
  public RustCommands(Path directory, Map<String, String> environment, Optional<String> channel) {
    this(directory, environment, channel, List.of());
  }

  /** What cargo does not say itself: that it was told to ask elsewhere; for messages. */
  public String mirror() {
    return cargoArguments.isEmpty()
        ? ""
        : " (with %s, of settings.xml)".formatted(String.join(" ", cargoArguments));
  }

  /** A call of cargo that asks it something. */
  public Command cargo(List<String> arguments) {
    List<String> line = new ArrayList<>(cargoArguments);
    line.addAll(arguments);
    return command("cargo", line, quiet());
  }

  /** A call of cargo with an environment and arguments of its own, as a plan has them. */
  public Command cargo(List<String> arguments, Map<String, String> environment) {
    return command("cargo", arguments, environment);
  }

  /** A call of cargo by something that starts it, and knows which one. */
  public Command launched(
      List<String> launcher, List<String> arguments, Map<String, String> variables) {
    List<String> line = new ArrayList<>(launcher);
    line.addAll(arguments);
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new Command(line, directory, all);
  }

  /** A call of rustc. */
  public Command rustc(List<String> arguments) {
    return command("rustc", arguments, quiet());
  }

  /** A call of rustup that is about no toolchain, or names it among its arguments. */
  public Command rustupItself(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("rustup"));
    line.addAll(arguments);
    return new Command(line, directory, quiet());
  }

  /** A call of rustup, which takes the toolchain as an option. */
  public Command rustup(List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("rustup"));
    line.addAll(arguments);
    channel.ifPresent(name -> line.addAll(List.of("--toolchain", name)));
    return new Command(line, directory, quiet());
  }

  private Map<String, String> quiet() {
    Map<String, String> quiet = new HashMap<>(environment);
    // Where rustup fails, its message says why; a stack of rustup's own functions helps nobody.
    quiet.put("RUST_BACKTRACE", "0");
    // Who only asks shall not install a toolchain: that is done under a lock, or not at all.
    quiet.put("RUSTUP_AUTO_INSTALL", "0");
    return quiet;
  }

  private Command command(String program, List<String> arguments, Map<String, String> variables) {
    List<String> line = new ArrayList<>(List.of(program));
    channel.ifPresent(name -> line.add("+" + name));
    line.addAll(arguments);
    return new Command(line, directory, variables);
  }
}
