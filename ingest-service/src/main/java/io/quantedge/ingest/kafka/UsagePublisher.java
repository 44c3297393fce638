package io.quantedge.ingest.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.ingest.config.UsageConfig;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.quantedge.ingest.metrics.Usage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells now and then what this process has used, if that has changed, and once more at its end.
 * Best effort: counts are cumulative, so the next report makes up for a lost one. Thread-safe.
 */
@Singleton
class UsagePublisher {
  private static final Logger log = Logger.getLogger(UsagePublisher.class);
  private static final String SERVICE = "ingest-service";
  private static final Duration LAST_REPORT_TIMEOUT = Duration.ofSeconds(2);

  /** Behind those who still write while they stop. */
  private static final int AFTER_THE_LOOPS = Interceptor.Priority.APPLICATION + 900;

  private final UUID processId = UUID.randomUUID();
  private final byte[] key = processId.toString().getBytes(StandardCharsets.UTF_8);
  private final Usage usage;
  private final StoreMetrics store;
  private final LogProducer producer;
  private final UsageConfig config;
  private final Clock clock;
  private final Instant startedAt;
  private volatile Optional<Content> told = Optional.empty();
  private final AtomicInteger failures = new AtomicInteger();
  private @Nullable Future<?> ticking;

  /** What a report says besides its time. */
  private record Content(
      SortedMap<UsageReport.Count, Long> counts, SortedMap<UsageReport.Level, Long> levels) {}

  UsagePublisher(
      Usage usage, StoreMetrics store, LogProducer producer, UsageConfig config, Clock clock) {
    this.usage = usage;
    this.store = store;
    this.producer = producer;
    this.config = config;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  void start(@Observes StartupEvent event) {
    long everyMillis = config.interval().toMillis();
    ticking =
        Infrastructure.getDefaultWorkerPool()
            .scheduleWithFixedDelay(
                this::publishIfChanged, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes @Priority(AFTER_THE_LOOPS) ShutdownEvent event) {
    if (ticking != null) {
      ticking.cancel(false);
    }
    var unused =
        publishIfChanged()
            .completeOnTimeout(null, LAST_REPORT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  /**
   * @return completes when the report is acknowledged, given up, or not needed; never fails
   */
  synchronized CompletableFuture<Void> publishIfChanged() {
    Instant now = clock.instant();
    Content content = new Content(usage.counts(), store.levels(now.toEpochMilli()));
    if (told.equals(Optional.of(content))) {
      return CompletableFuture.completedFuture(null);
    }
    told = Optional.of(content);
    return send(
        new UsageReport(processId, SERVICE, startedAt, now, content.counts(), content.levels()));
  }

  private CompletableFuture<Void> send(UsageReport report) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    try {
      producer.send(
          new ProducerRecord<>(Topic.USAGE_STATS.topicName(), key, EventCodec.USAGE.encode(report)),
          (metadata, failure) -> {
            answered(failure);
            done.complete(null);
          });
    } catch (KafkaException | IllegalStateException e) {
      answered(e);
      done.complete(null);
    }
    return done;
  }

  /**
   * The topic may be unknown at first; from the second failure on, a streak is one piece of news.
   */
  private void answered(@Nullable Exception failure) {
    if (failure == null) {
      failures.set(0);
      return;
    }
    told = Optional.empty();
    log.logf(
        failures.incrementAndGet() == 2 ? Logger.Level.WARN : Logger.Level.DEBUG,
        "usage not reported, the next report makes up for it cause=%s",
        failure);
  }
}
