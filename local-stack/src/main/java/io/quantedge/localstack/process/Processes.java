package io.quantedge.localstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What can be said and done about processes that are not our children. */
public final class Processes {
  /** Start instants are kept by the system relative to a boot time that is rounded to seconds. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private static final long POLL_MILLIS = 50;

  private Processes() {}

  /**
   * The running process with this id if it is the one that started then; another process that got
   * the id later is not it.
   */
  public static Optional<ProcessHandle> find(long pid, Instant startedAt) {
    return find(pid, startedAt, START_TOLERANCE);
  }

  /** As {@link #find(long, Instant)}, for a start that is known less exactly. */
  public static Optional<ProcessHandle> find(long pid, Instant startedAt, Duration tolerance) {
    return ProcessHandle.of(pid)
        .filter(Processes::isRunning)
        .filter(process ->
            process
                .info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs())
                .filter(difference -> difference.compareTo(tolerance) <= 0)
                .isPresent());
  }

  /** Whether it runs; a dead process whose exit nobody has read yet does not. */
  public static boolean isRunning(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /**
   * Asks the processes to end, waits, and kills those that are left after the grace.
   *
   * @return whether all have ended
   */
  public static boolean end(Collection<ProcessHandle> processes, Duration grace) {
    List<ProcessHandle> all =
        processes.stream()
            .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
            .distinct()
            .toList();
    processes.forEach(ProcessHandle::destroy);
    if (!awaitEnd(processes, grace)) {
      processes.forEach(ProcessHandle::destroyForcibly);
    }
    all.forEach(ProcessHandle::destroyForcibly);
    return awaitEnd(all, Duration.ofSeconds(2));
  }

  /** Waits until none of them runs; false if the limit passed or the thread was interrupted. */
  public static boolean awaitEnd(Collection<ProcessHandle> processes, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (processes.stream().anyMatch(Processes::isRunning)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
    } catch (IOException e) {
      return false;
    }
  }
}
