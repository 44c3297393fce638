package io.quantedge.ingest.kafka;

import io.quantedge.ingest.domain.FullJitter;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Starts and ends the loop that carries counts and outcomes together with the service. */
@Singleton
class FiguresLoop {
  private static final Duration RESTART_BASE = Duration.ofMillis(200);
  private static final Duration RESTART_CAP = Duration.ofSeconds(5);

  private final SupervisedLoop loop;

  FiguresLoop(FiguresWriter writer, RandomGenerator random) {
    FullJitter backoff = new FullJitter(RESTART_BASE, RESTART_CAP, random);
    this.loop = new SupervisedLoop("slot-figures", writer::run, backoff, writer::wakeup);
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }
}
