package io.quantedge.localstack;

import io.quantedge.localstack.part.Blueprint;
import io.quantedge.localstack.part.PartFailedException;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/** A part on free ports with a temporary folder, for one test run. Thread-safe. */
final class TemporaryPart implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(120);
  private static final int ATTEMPTS = 3;

  private final RunningPart part;
  private final Path folder;
  private final Thread hook;
  private final AtomicBoolean closed = new AtomicBoolean();

  private TemporaryPart(RunningPart part, Path folder) {
    this.part = part;
    this.folder = folder;
    this.hook = new Thread(this::end, "stop-" + part.blueprint().name());
  }

  /**
   * Starts a part and waits until it serves. Another process may take a free port first: then the
   * part fails at once and gets other ports.
   */
  static TemporaryPart start(
      String name, int portCount, BiFunction<List<Integer>, Path, Blueprint> blueprint) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(name, blueprint, Ports.free(portCount));
      } catch (PartFailedException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot start " + name, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while starting " + name, e);
      }
    }
  }

  private static TemporaryPart attempt(
      String name, BiFunction<List<Integer>, Path, Blueprint> blueprint, List<Integer> ports)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("exchange-" + name + "-");
    RunningPart running =
        RunningPart.start(
            blueprint.apply(ports, dataIn(folder)),
            ExchangeHome.find(),
            folder.resolve(name + ".log"));
    TemporaryPart part = new TemporaryPart(running, folder);
    Runtime.getRuntime().addShutdownHook(part.hook);
    boolean ready = false;
    try {
      running.awaitReady(START_LIMIT);
      ready = true;
      return part;
    } finally {
      if (!ready) {
        part.close();
      }
    }
  }

  long pid() {
    return part.process().pid();
  }

  /** The port for clients. */
  int port() {
    return part.blueprint().ports().getFirst();
  }

  Path data() {
    return dataIn(folder);
  }

  private static Path dataIn(Path folder) {
    return folder.resolve("data");
  }

  @Override
  public void close() {
    end();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM ends already, and the hook with it.
    }
  }

  private void end() {
    if (closed.compareAndSet(false, true)) {
      part.stop();
      Folders.deleteQuietly(folder);
    }
  }
}
