package io.quantedge.ingest.kafka;

import io.quantedge.ingest.config.LogConfig;
import io.quantedge.ingest.config.SubmissionsConfig;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.metrics.SubmissionMetrics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jboss.logging.Logger;

/**
 * Takes bids from the topic {@code bid-submissions}, as one member of a group that shares its
 * partitions: makes a consumer and runs one {@link SubmissionSession} over it, together with the
 * service. Thread-safe.
 */
@Singleton
class SubmissionIntake {
  private static final Logger log = Logger.getLogger(SubmissionIntake.class);
  private static final Duration RESTART_BASE = Duration.ofMillis(200);
  private static final Duration RESTART_CAP = Duration.ofSeconds(5);

  private final LogConfig logConfig;
  private final SubmissionsConfig config;
  private final SubmissionSession.Work work;
  private final SubmissionMetrics metrics;
  private final FullJitter backoff;
  private final SupervisedLoop loop;

  SubmissionIntake(
      LogConfig logConfig,
      SubmissionsConfig config,
      SubmissionSession.Work work,
      SubmissionMetrics metrics,
      RandomGenerator random) {
    this.logConfig = logConfig;
    this.config = config;
    this.work = work;
    this.metrics = metrics;
    this.backoff = new FullJitter(config.retryBase(), config.retryCap(), random);
    // The session polls for a moment only, so it looks soon enough by itself.
    this.loop =
        new SupervisedLoop(
            "bid-submissions",
            this::run,
            new FullJitter(RESTART_BASE, RESTART_CAP, random),
            () -> {});
  }

  void start(@Observes StartupEvent event) {
    loop.start();
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }

  boolean isHealthy() {
    return loop.isHealthy();
  }

  private void run(SupervisedLoop running) throws InterruptedException {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(ClientSettings.submissions(logConfig, config))) {
      SubmissionSession session = new SubmissionSession(consumer, work, config, backoff, metrics);
      session.begin();
      while (!running.isStopping()) {
        session.step();
        running.succeeded();
      }
      session.drain();
      log.debug("submissions drained");
    }
  }
}
