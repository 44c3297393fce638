package io.quantedge.localstack.stack;

import io.quantedge.contracts.json.Json;
import io.quantedge.localstack.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a running stack writes down so that another process can show it or end it. Every process is
 * named by its id and its start, because ids are used again.
 *
 * @param supervisorPid the process that watches the parts
 * @param supervisorStartedAt when the system started it
 * @param portOffset the stack's port offset
 * @param contenders the stack's settlement workers
 * @param serving whether all parts have become ready
 * @param parts all parts that were started
 */
public record StackState(
    long supervisorPid,
    Instant supervisorStartedAt,
    int portOffset,
    int contenders,
    boolean serving,
    List<PartState> parts) {
  private static final String FILE = "stack.json";

  /** Copies the list. */
  public StackState {
    parts = List.copyOf(parts);
  }

  /**
   * One part as it was last seen by its supervisor.
   *
   * @param name the part's name
   * @param pid its process
   * @param startedAt when the system started that process
   * @param port the port for its clients
   * @param log what it prints
   * @param restarts how often it was started again
   */
  public record PartState(
      String name, long pid, Instant startedAt, int port, Path log, int restarts) {
    /** The part's process if it still runs. */
    public Optional<ProcessHandle> process() {
      return Processes.find(pid, startedAt);
    }
  }

  /**
   * The state that a stack left in the folder, whether it still runs or not.
   *
   * @throws StackException if there is a state file that cannot be read
   */
  public static Optional<StackState> read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Json.mapper().readValue(file.toFile(), StackState.class));
    } catch (IOException e) {
      throw new StackException(
          StackException.Reason.FOLDER_UNUSABLE,
          "the state file %s cannot be read (%s); if no stack runs, delete it"
              .formatted(file, e.getMessage()));
    }
  }

  /** The process that watches the parts, if it still runs. */
  public Optional<ProcessHandle> supervisor() {
    return Processes.find(supervisorPid, supervisorStartedAt);
  }

  /** Replaces the state in the folder at once, so that a reader never sees half of it. */
  void write(Path folder) throws IOException {
    Path temporary = folder.resolve(FILE + ".new");
    Json.mapper().writerWithDefaultPrettyPrinter().writeValue(temporary.toFile(), this);
    Files.move(
        temporary,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
  }
}
