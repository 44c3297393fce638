package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.process.ChildProcess;
import io.quantedge.localstack.process.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A started part: its blueprint and its process. Thread-safe. */
public final class RunningPart {
  private static final Duration PROBE_PAUSE = Duration.ofMillis(100);
  private static final Duration STOP_GRACE = Duration.ofSeconds(10);
  private static final int TAIL_LINES = 25;

  private final Blueprint blueprint;
  private final ChildProcess process;

  private RunningPart(Blueprint blueprint, ChildProcess process) {
    this.blueprint = blueprint;
    this.process = process;
  }

  /**
   * Starts the process; it is not ready yet.
   *
   * @throws IOException if the process or its log file cannot be opened
   */
  public static RunningPart start(Blueprint blueprint, ExchangeHome home, Path log)
      throws IOException {
    return new RunningPart(
        blueprint, ChildProcess.start(blueprint.command(home), blueprint.environment(), log));
  }

  /** What the part is. */
  public Blueprint blueprint() {
    return blueprint;
  }

  /** The process that runs it. */
  public ChildProcess process() {
    return process;
  }

  /**
   * Waits until the part serves.
   *
   * @throws PartFailedException if it ends before, or the limit passes
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void awaitReady(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (process.isAlive()) {
      if (blueprint.isReady()) {
        return;
      }
      if (System.nanoTime() > deadline) {
        throw failure("was not ready within " + limit.toSeconds() + " s");
      }
      TimeUnit.NANOSECONDS.sleep(PROBE_PAUSE.toNanos());
    }
    throw failure("ended with exit code " + process.exitCode() + " before it was ready");
  }

  /** Says what happened to the part, with the end of its log. */
  public PartFailedException failure(String what) {
    StringBuilder message = new StringBuilder();
    message.append(blueprint.name()).append(' ').append(what);
    message.append("; the end of ").append(process.log()).append(':');
    LogTail.of(process.log(), TAIL_LINES)
        .forEach(line -> message.append(System.lineSeparator()).append("  | ").append(line));
    return new PartFailedException(message.toString());
  }

  /** Ends the part and everything that it started; bounded. Repeats are harmless. */
  public void stop() {
    process.stop(STOP_GRACE);
    blueprint.cleanUp();
  }
}
