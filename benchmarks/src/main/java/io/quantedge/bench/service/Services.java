package io.quantedge.bench.service;

import io.quantedge.localstack.ExchangeHome;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.localstack.process.Folders;
import io.quantedge.localstack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services of one run, each in a process of its own on a free port. They end with {@link
 * #close}, and with this JVM at the latest. Used by one thread.
 */
public final class Services implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final List<RunningPart> started = new ArrayList<>();
  private final Path logs;

  /**
   * @throws IOException if there is no place for their logs
   */
  public Services() throws IOException {
    this.logs = Files.createTempDirectory("exchange-bench-");
  }

  /**
   * Starts a service; returns when it is ready.
   *
   * @param module the folder that it was built in
   */
  public RunningPart start(String module, Map<String, String> environment)
      throws IOException, InterruptedException {
    RunningPart service = launch(module, Ports.free(1).getFirst(), environment);
    service.awaitReady(START_LIMIT);
    return service;
  }

  /** Starts a service on this port; it is not ready yet. */
  public RunningPart launch(String module, int port, Map<String, String> environment)
      throws IOException {
    String name = module.substring(module.lastIndexOf('/') + 1);
    RunningPart service =
        RunningPart.start(
            new PackagedService(module, name, port, environment),
            ExchangeHome.find(),
            logs.resolve(name + "-" + started.size() + ".log"));
    started.add(service);
    Runtime.getRuntime().addShutdownHook(new Thread(service::stop, "stop-" + name));
    return service;
  }

  @Override
  public void close() {
    started.forEach(RunningPart::stop);
    Folders.deleteQuietly(logs);
  }
}
