package io.quantedge.localstack.stack;

import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.process.PortHolder;
import io.quantedge.localstack.process.Ports;
import io.quantedge.localstack.process.ResidentMemory;
import io.quantedge.localstack.stack.StackException.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * The running exchange: three stores, the local Aurora DSQL before one of them, and four services,
 * each a process, watched by this one. A service or the local Aurora DSQL that dies is started
 * again; a store that dies ends the stack, for its data is gone with it. Whatever ends this JVM
 * ends the parts. Thread-safe.
 */
public final class Stack implements AutoCloseable {
  private static final int MAX_RESTARTS = 5;
  private static final Duration RESTART_WINDOW = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 100;
  private static final int KIBIBYTES = 1024;

  private final StackConfig config;
  private final StackListener listener;
  private final StackFolder folder;
  private final Supervisor supervisor;
  private volatile boolean serving;
  private final Thread shutdownHook = new Thread(this::stopAll, "stop-stack");

  private Stack(StackConfig config, StackListener listener, StackFolder folder) {
    this.config = config;
    this.listener = listener;
    this.folder = folder;
    this.supervisor =
        new Supervisor(
            config.home(),
            config.logs(),
            listener,
            Clock.systemUTC(),
            config.startLimit(),
            this::writeState);
  }

  /**
   * Starts the whole stack and returns when all of it serves. If it fails, or the thread is
   * interrupted, or the JVM is told to end meanwhile, nothing keeps running.
   *
   * @throws StackException if it cannot start; the message says why and what to do
   * @throws InterruptedException if the thread was interrupted
   */
  public static Stack start(StackConfig config, StackListener listener)
      throws InterruptedException {
    Stack stack = new Stack(config, listener, StackFolder.take(config));
    boolean started = false;
    try {
      Runtime.getRuntime().addShutdownHook(stack.shutdownHook);
      stack.writeState();
      stack.startParts();
      stack.serving = true;
      stack.writeState();
      started = true;
      return stack;
    } finally {
      if (!started) {
        stack.close();
      }
    }
  }

  private void startParts() throws InterruptedException {
    List<Blueprint> parts = config.parts();
    parts.forEach(this::checkPorts);
    long deadline = System.nanoTime() + config.startLimit().toNanos();
    int all = parts.size();
    listener.starting(all);
    supervisor.startTier(
        config.stores().stream()
            .map(
                store -> new SupervisedPart(store, RestartPolicy.never("its data is gone with it")))
            .toList(),
        deadline,
        all);
    for (List<Blueprint> tier : List.of(config.gateways(), config.services())) {
      supervisor.startTier(
          tier.stream()
              .map(
                  part -> new SupervisedPart(part, new RestartPolicy(MAX_RESTARTS, RESTART_WINDOW)))
              .toList(),
          deadline,
          all);
    }
    supervisor.startingIsDone();
  }

  private void checkPorts(Blueprint part) {
    for (int port : part.ports()) {
      if (!Ports.isFree(port)) {
        throw new StackException(
            Reason.PORT_TAKEN,
            "port %d, which %s needs, is taken%s; end that process, or choose other ports with --port-offset N"
                .formatted(
                    port,
                    part.name(),
                    PortHolder.of(port).map(holder -> " by " + holder).orElse("")));
      }
    }
  }

  private void writeState() {
    ProcessHandle self = ProcessHandle.current();
    StackState state =
        new StackState(
            self.pid(),
            self.info().startInstant().orElse(Instant.EPOCH),
            config.portOffset(),
            config.contenders(),
            serving,
            supervisor.parts().stream().flatMap(part -> stateOf(part).stream()).toList());
    try {
      synchronized (folder) {
        state.write(config.folder());
      }
    } catch (IOException e) {
      listener.message(
          "the state file in %s cannot be written (%s): ./exchange status and down will not see this stack"
              .formatted(config.folder(), e.getMessage()));
    }
  }

  private static Optional<StackState.PartState> stateOf(SupervisedPart part) {
    return part.running()
        .map(running ->
            new StackState.PartState(
                part.name(),
                running.process().pid(),
                running.process().startedAt(),
                part.blueprint().ports().getFirst(),
                running.process().log(),
                part.restarts()));
  }

  /** Where the parts listen. */
  public StackAddresses addresses() {
    return config.addresses();
  }

  /** How every part is now. Asks the parts, so it takes a moment. */
  public List<PartStatus> status() {
    return StackState.read(config.folder())
        .map(state -> PartStatus.inspect(config, state))
        .orElse(List.of());
  }

  /**
   * Kills a part's process with SIGKILL, as a drill. What follows is what follows a crash.
   *
   * @throws IllegalArgumentException if there is no such part
   */
  public void kill(String partName) {
    supervisor.part(partName).running().ifPresent(running -> running.process().kill());
  }

  /**
   * Waits until the part serves, for example again after {@link #kill}.
   *
   * @throws StackException if it does not within the limit, or the stack fails
   * @throws InterruptedException if the thread was interrupted
   */
  public void awaitReady(String partName, Duration limit) throws InterruptedException {
    SupervisedPart part = supervisor.part(partName);
    long deadline = System.nanoTime() + limit.toNanos();
    while (!part.isReady()) {
      if (supervisor.failure().isDone()) {
        throw new StackException(Reason.PART_FAILED, supervisor.failure().join());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new StackException(
            Reason.PART_FAILED,
            "%s was not ready within %d s".formatted(partName, limit.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  /** Resident memory of all parts and of this process, in MiB. */
  public long residentMiB() {
    long parts =
        supervisor.parts().stream()
            .flatMap(part -> part.running().stream())
            .filter(running -> running.process().isAlive())
            .mapToLong(running ->
                PartStatus.residentKibibytes(
                    config, running.blueprint().name(), running.process().pid()))
            .sum();
    return (parts + ResidentMemory.kibibytes(ProcessHandle.current().pid())) / KIBIBYTES;
  }

  /**
   * Waits until the stack has ended.
   *
   * @throws StackException if it failed rather than being closed; all parts have ended then, too
   * @throws InterruptedException if the thread was interrupted
   */
  public void awaitEnd() throws InterruptedException {
    try {
      supervisor.stopped().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    if (supervisor.failure().isDone()) {
      throw new StackException(Reason.PART_FAILED, supervisor.failure().join());
    }
  }

  /** Stops services, then stores, and returns when nothing runs any more. Repeats are harmless. */
  @Override
  public void close() {
    stopAll();
    try {
      Runtime.getRuntime().removeShutdownHook(shutdownHook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook has done or does the same.
    }
  }

  private void stopAll() {
    supervisor.close();
    try {
      synchronized (folder) {
        StackState.delete(config.folder());
      }
    } catch (IOException e) {
      listener.message("the state file was not removed: " + e.getMessage());
    }
    folder.close();
  }
}
