package io.quantedge.localstack.stack;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.part.PartFailedException;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.stack.StackException.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Starts processes in tiers, watches them, starts again what may be started again, and ends all of
 * them in reverse order. It knows nothing of what the processes are. Thread-safe.
 */
final class Supervisor implements AutoCloseable {
  private static final long POLL_MILLIS = 250;

  private final ExchangeHome home;
  private final Path logs;
  private final StackListener listener;
  private final Clock clock;
  private final Duration restartLimit;
  private final Runnable onChange;
  private final List<List<SupervisedPart>> tiers = new CopyOnWriteArrayList<>();
  private final ExecutorService tasks = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final CompletableFuture<String> failure = new CompletableFuture<>();

  private enum Phase {
    STARTING,
    RUNNING,
    STOPPING
  }

  /**
   * Creates a supervisor of nothing yet.
   *
   * @param restartLimit how long a part that was started again may take to serve
   * @param onChange called after a process was started, to write that down
   */
  Supervisor(
      ExchangeHome home,
      Path logs,
      StackListener listener,
      Clock clock,
      Duration restartLimit,
      Runnable onChange) {
    this.home = home;
    this.logs = logs;
    this.listener = listener;
    this.clock = clock;
    this.restartLimit = restartLimit;
    this.onChange = onChange;
  }

  /**
   * Starts the parts and waits until all of them serve.
   *
   * @param deadlineNanos by {@link System#nanoTime}
   * @throws StackException if one fails, or the supervisor is closed meanwhile
   */
  void startTier(List<SupervisedPart> parts, long deadlineNanos, int allParts)
      throws InterruptedException {
    tiers.add(List.copyOf(parts));
    for (SupervisedPart part : parts) {
      launch(part);
    }
    List<SupervisedPart> pending = new ArrayList<>(parts);
    while (!pending.isEmpty()) {
      for (SupervisedPart part : List.copyOf(pending)) {
        if (checkReady(part, deadlineNanos)) {
          pending.remove(part);
          listener.ready(part.name(), partCount() - pending.size(), allParts);
        }
      }
      TimeUnit.MILLISECONDS.sleep(pending.isEmpty() ? 0 : POLL_MILLIS);
    }
  }

  /** From now on a part that may restart does. */
  void startingIsDone() {
    phase.compareAndSet(Phase.STARTING, Phase.RUNNING);
    parts().forEach(this::checkStillAlive);
  }

  private void checkStillAlive(SupervisedPart part) {
    part.running()
        .filter(running -> !running.process().isAlive())
        .ifPresent(running -> ended(part, running));
  }

  private boolean checkReady(SupervisedPart part, long deadlineNanos) {
    failIfStopping();
    RunningPart running = part.running().orElseThrow();
    if (!running.process().isAlive()) {
      throw failed(
          running.failure(
              "ended with exit code " + running.process().exitCode() + " before it was ready"));
    }
    if (part.blueprint().isReady()) {
      return true;
    }
    if (System.nanoTime() - deadlineNanos > 0) {
      throw failed(running.failure("was not ready in time"));
    }
    return false;
  }

  private StackException failed(PartFailedException cause) {
    failIfStopping();
    return new StackException(Reason.PART_FAILED, String.valueOf(cause.getMessage()));
  }

  private void failIfStopping() {
    if (phase.get() == Phase.STOPPING) {
      throw new StackException(Reason.CLOSED, "the stack was stopped while it started");
    }
  }

  private synchronized void launch(SupervisedPart part) {
    failIfStopping();
    try {
      RunningPart running =
          RunningPart.start(part.blueprint(), home, logs.resolve(part.name() + ".log"));
      part.started(running);
      running.process().onExit().thenAcceptAsync(ignored -> ended(part, running), tasks);
    } catch (IOException e) {
      throw new StackException(
          Reason.PART_FAILED, "%s cannot be started: %s".formatted(part.name(), e.getMessage()));
    } catch (IllegalStateException e) {
      throw new StackException(Reason.PART_FAILED, String.valueOf(e.getMessage()));
    }
    onChange.run();
  }

  private void ended(SupervisedPart part, RunningPart running) {
    part.blueprint().cleanUp();
    if (phase.get() != Phase.RUNNING || part.running().filter(running::equals).isEmpty()) {
      return;
    }
    String what = "ended with exit code " + running.process().exitCode();
    synchronized (part) {
      if (part.running().filter(running::equals).isEmpty()) {
        return;
      }
      if (!part.tryRestart(clock.instant())) {
        fail(running.failure("%s and is not started again (%s)".formatted(what, part.policy())));
        return;
      }
      listener.message("%s %s; it is started again".formatted(part.name(), what));
      relaunch(part);
    }
  }

  private void relaunch(SupervisedPart part) {
    try {
      launch(part);
      tasks.execute(() -> awaitRestart(part));
    } catch (StackException e) {
      if (e.reason() != Reason.CLOSED) {
        fail(new PartFailedException(String.valueOf(e.getMessage())));
      }
    }
  }

  private void awaitRestart(SupervisedPart part) {
    Optional<RunningPart> restarted = part.running();
    Instant since = clock.instant();
    try {
      restarted.orElseThrow().awaitReady(restartLimit);
      listener.message(
          "%s serves again after %d ms"
              .formatted(part.name(), Duration.between(since, clock.instant()).toMillis()));
    } catch (PartFailedException e) {
      // A part that ended is another restart; one that hangs is the end.
      if (restarted.orElseThrow().process().isAlive()) {
        fail(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void fail(PartFailedException cause) {
    String reason = String.valueOf(cause.getMessage());
    if (phase.get() == Phase.STOPPING || !failure.complete(reason)) {
      return;
    }
    listener.failed(reason);
    Thread.ofPlatform().name("stop-failed-stack").start(this::close);
  }

  /** Why the running set failed; never completes if it is closed in order. */
  CompletableFuture<String> failure() {
    return failure;
  }

  /** Completes when everything has been stopped. */
  CompletableFuture<Void> stopped() {
    return stopped;
  }

  List<SupervisedPart> parts() {
    return tiers.stream().flatMap(List::stream).toList();
  }

  /**
   * @throws IllegalArgumentException if there is no such part
   */
  SupervisedPart part(String name) {
    return parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no part is named %s; there are %s"
                    .formatted(
                        name,
                        parts().stream()
                            .map(SupervisedPart::name)
                            .collect(Collectors.joining(", ")))));
  }

  private int partCount() {
    return parts().size();
  }

  /**
   * Stops all parts, the last tier first; returns when all have ended. Repeats wait for the first.
   */
  @Override
  public void close() {
    boolean first;
    synchronized (this) {
      first = phase.getAndSet(Phase.STOPPING) != Phase.STOPPING;
    }
    if (!first) {
      stopped.join();
      return;
    }
    try {
      tiers.reversed().forEach(this::stopTier);
    } finally {
      tasks.shutdown();
      stopped.complete(null);
    }
  }

  private void stopTier(List<SupervisedPart> parts) {
    List<Thread> stops =
        parts.stream()
            .flatMap(part -> part.running().stream())
            .map(running -> Thread.ofPlatform().start(running::stop))
            .toList();
    stops.forEach(Uninterruptibles::join);
  }
}
