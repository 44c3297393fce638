package io.quantedge.localstack.part;

import io.quantedge.localstack.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The main process of a PostgreSQL server, found by the {@code postmaster.pid} in its data folder.
 * It detaches itself from whoever starts it, so this file is the only thread to it after a crash.
 *
 * @param process the running server
 */
public record Postmaster(ProcessHandle process) {
  private static final int START_EPOCH_LINE = 2;
  private static final Duration START_TOLERANCE = Duration.ofSeconds(10);
  private static final Duration GRACE = Duration.ofSeconds(5);

  /** The server that runs on the data folder, if one does. */
  public static Optional<Postmaster> in(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      if (lines.size() <= START_EPOCH_LINE) {
        return Optional.empty();
      }
      long pid = Long.parseLong(lines.getFirst().strip());
      Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(START_EPOCH_LINE).strip()));
      return Processes.find(pid, started, START_TOLERANCE).map(Postmaster::new);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * Ends the server and its children; the data is thrown away, so force is in order after a while.
   */
  public void end() {
    askForFastShutdown();
    Processes.awaitEnd(List.of(process), GRACE);
    Processes.end(List.of(process), GRACE);
  }

  /** SIGINT; on SIGTERM it would wait until every client has left. */
  private void askForFastShutdown() {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // SIGTERM and SIGKILL follow.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
