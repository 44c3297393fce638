package io.quantedge.ingest.kafka;

import io.quantedge.ingest.domain.FullJitter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Starts and ends the two loops that read the log together with the service. */
@Singleton
class LogLoops {
  private static final Duration RESTART_BASE = Duration.ofMillis(200);
  private static final Duration RESTART_CAP = Duration.ofSeconds(5);

  private final SupervisedLoop tailLoop;
  private final SupervisedLoop writerLoop;

  LogLoops(SlotTail tail, StoreWriter writer, RandomGenerator random) {
    FullJitter backoff = new FullJitter(RESTART_BASE, RESTART_CAP, random);
    // The tail polls for half a second at most, so it looks soon enough by itself.
    this.tailLoop = new SupervisedLoop("slot-tail", tail::run, backoff, () -> {});
    this.writerLoop = new SupervisedLoop("store-writer", writer::run, backoff, writer::wakeup);
  }

  void start(@Observes StartupEvent event) {
    startTail();
    startWriter();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    writerLoop.stop();
    tailLoop.stop();
  }

  void startTail() {
    tailLoop.start();
  }

  void startWriter() {
    writerLoop.start();
  }

  void stopWriter() throws InterruptedException {
    writerLoop.stop();
  }

  boolean isTailHealthy() {
    return tailLoop.isHealthy();
  }

  boolean isWriterHealthy() {
    return writerLoop.isHealthy();
  }
}
