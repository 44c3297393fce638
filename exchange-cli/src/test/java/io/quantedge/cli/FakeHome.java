package io.quantedge.cli;

import io.quantedge.contracts.json.Json;
import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.stack.StackState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A folder that passes for an exchange, and what the command line prints there. */
final class FakeHome {
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  final Console console = new Console(new PrintWriter(out), new PrintWriter(err), false);
  final Path root;

  FakeHome(Path root) {
    this.root = root;
  }

  int run(String... words) {
    return ExchangeCommand.commandLine(new ExchangeHome(root), console).execute(words);
  }

  Path local() throws IOException {
    return Files.createDirectories(root.resolve(".local"));
  }

  /** Writes a state file as a running or crashed stack leaves it. */
  void writeState(Process supervisor, List<StackState.PartState> parts) throws IOException {
    StackState state = new StackState(supervisor.pid(), startOf(supervisor), 0, 1, true, parts);
    Json.mapper().writeValue(local().resolve("stack.json").toFile(), state);
  }

  StackState.PartState part(String name, Process process) {
    return new StackState.PartState(
        name, process.pid(), startOf(process), 1, root.resolve(".local/logs/" + name + ".log"), 0);
  }

  private static Instant startOf(Process process) {
    return process.info().startInstant().orElseThrow();
  }
}
