package io.quantedge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options of the commands that start a stack and trade on it. */
final class RunOptions {
  @Mixin private StackOptions stack = new StackOptions();

  @Option(
      names = "--exit",
      description = "Stop everything after the result; without it, all keeps running until Ctrl-C.")
  private boolean exit;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the result to FILE, as JSON.")
  private @Nullable Path report;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "Seed of all that is random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--contenders",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "How many settlement workers contend for each outcome (default: ${DEFAULT-VALUE}).")
  private int contenders;

  StackOptions stack() {
    return stack;
  }

  boolean exit() {
    return exit;
  }

  long seed() {
    return seed;
  }

  int contenders() {
    return contenders;
  }

  /**
   * The file for the report.
   *
   * @throws ParameterException if it cannot be written, before any work is done for it
   */
  Optional<Path> report(CommandSpec spec) {
    return writable(report, spec);
  }

  /**
   * A file for a report.
   *
   * @throws ParameterException if it cannot be written, before any work is done for it
   */
  static Optional<Path> writable(@Nullable Path report, CommandSpec spec) {
    Optional<Path> file = Optional.ofNullable(report).map(Path::toAbsolutePath);
    file.ifPresent(path -> checkWritable(path, spec));
    return file;
  }

  private static void checkWritable(Path file, CommandSpec spec) {
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new ParameterException(
          spec.commandLine(),
          "the report cannot be written to %s: its folder does not exist or is not writable"
              .formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw new ParameterException(
          spec.commandLine(), "the report cannot be written to %s: it is a folder".formatted(file));
    }
  }
}
