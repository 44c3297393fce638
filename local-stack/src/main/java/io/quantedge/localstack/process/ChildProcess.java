package io.quantedge.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A started child with its log file. It ends within a bounded time and takes its descendants with
 * it. Thread-safe.
 */
public final class ChildProcess {
  private static final Duration KILL_WAIT = Duration.ofSeconds(5);

  private final Process process;
  private final Path log;
  private final Instant startedAt;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.startedAt = process.info().startInstant().orElseGet(Instant::now);
  }

  /**
   * Starts a child in the log's folder. It appends both its streams to the log.
   *
   * @throws IOException if the program or the log file cannot be opened
   */
  public static ChildProcess start(List<String> words, Map<String, String> environment, Path log)
      throws IOException {
    Path folder = Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder = new ProcessBuilder(words);
    // Not the caller's folder: a stray .env or config file there would reach the services.
    builder.directory(folder.toFile());
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    Process process = builder.start();
    process.getOutputStream().close();
    return new ChildProcess(process, log);
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** When the system started the process. */
  public Instant startedAt() {
    return startedAt;
  }

  /** The file that holds what the child prints. */
  public Path log() {
    return log;
  }

  /** Whether the child runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Exit code of an ended child; as a shell would give it if a signal ended it. */
  public int exitCode() {
    return process.exitValue();
  }

  /** Completes when the child has ended. */
  public CompletableFuture<ChildProcess> onExit() {
    return process.onExit().thenApply(ended -> this);
  }

  /** Sends SIGKILL to the child alone and waits for its end: a drill, not a way to stop it. */
  public void kill() {
    process.destroyForcibly();
    waitFor(KILL_WAIT);
  }

  /**
   * Asks the child to end, waits, and kills it and what is left of its descendants after the grace.
   *
   * @return whether it ended by itself
   */
  public boolean stop(Duration grace) {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.destroy();
    boolean ended = waitFor(grace);
    if (!ended) {
      process.destroyForcibly();
      waitFor(KILL_WAIT);
    }
    descendants.forEach(ProcessHandle::destroyForcibly);
    return ended;
  }

  private boolean waitFor(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return process.waitFor(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
