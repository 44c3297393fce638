package io.quantedge.settlement.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.settlement.config.SchemaConfig;
import io.quantedge.settlement.config.SchemaConfig.Apply;
import io.quantedge.settlement.config.UsageConfig;
import io.quantedge.settlement.metrics.Usage;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells now and then what this process has used, if that has changed, and once more at its end.
 * Best effort: counts are cumulative, so the next report makes up for a lost one. One report at a
 * time is under way, so that none pile up while the broker is away. Thread-safe.
 */
@Singleton
class UsagePublisher {
  private static final String SERVICE = "settlement-service";
  private static final Duration LAST_REPORT_TIMEOUT = Duration.ofSeconds(2);

  private final UUID processId = UUID.randomUUID();
  private final Usage usage;
  private final TruthProducer producer;
  private final UsageConfig config;
  private final boolean migratesOnly;
  private final Clock clock;
  private final Instant startedAt;
  private Optional<SortedMap<Count, Long>> told = Optional.empty();
  private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
  private @Nullable Future<?> ticking;

  UsagePublisher(
      Usage usage, TruthProducer producer, UsageConfig config, SchemaConfig schema, Clock clock) {
    this.usage = usage;
    this.producer = producer;
    this.config = config;
    this.migratesOnly = schema.apply() == Apply.AND_EXIT;
    this.clock = clock;
    this.startedAt = clock.instant();
  }

  void start(@Observes StartupEvent event) {
    if (migratesOnly) {
      return;
    }
    long everyMillis = config.interval().toMillis();
    ticking =
        Infrastructure.getDefaultWorkerPool()
            .scheduleWithFixedDelay(
                this::publishIfChanged, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent event) {
    if (ticking == null) {
      return;
    }
    ticking.cancel(false);
    var unused =
        publishIfChanged()
            .completeOnTimeout(null, LAST_REPORT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
            .join();
  }

  /**
   * @return completes when the report under way is acknowledged; never fails
   */
  synchronized CompletableFuture<Void> publishIfChanged() {
    Optional<SortedMap<Count, Long>> counts = Optional.of(usage.counts());
    if (underWay.isDone() && !told.equals(counts)) {
      told = counts;
      UsageReport report =
          new UsageReport(
              processId, SERVICE, startedAt, clock.instant(), counts.get(), new TreeMap<>());
      underWay =
          producer
              .send(Topic.USAGE_STATS, processId.toString(), EventCodec.USAGE.encode(report))
              .subscribeAsCompletionStage();
    }
    return underWay.copy();
  }
}
