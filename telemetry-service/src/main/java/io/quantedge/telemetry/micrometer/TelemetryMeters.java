package io.quantedge.telemetry.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.metric.ExchangeMetric;
import io.quantedge.telemetry.application.ArchiveStatus;
import io.quantedge.telemetry.application.LiveFeed;
import io.quantedge.telemetry.application.Rebuild;
import io.quantedge.telemetry.application.TelemetryState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How telemetry itself is doing, as meters. */
@ApplicationScoped
class TelemetryMeters implements MeterBinder {
  private static final List<Topic> READ =
      List.of(
          Topic.TRAFFIC_STATS,
          Topic.AUCTION_OUTCOMES,
          Topic.SETTLEMENTS,
          Topic.CONFLICT_EVENTS,
          Topic.USAGE_STATS);

  private final TelemetryState state;
  private final Rebuild rebuild;
  private final ArchiveStatus archive;
  private final LiveFeed live;

  TelemetryMeters(TelemetryState state, Rebuild rebuild, ArchiveStatus archive, LiveFeed live) {
    this.state = state;
    this.rebuild = rebuild;
    this.archive = archive;
    this.live = live;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Topic topic : READ) {
      FunctionCounter.builder(
              ExchangeMetric.RECORDS_UNREADABLE.meterName(), state, all -> all.skippedOf(topic))
          .description(ExchangeMetric.RECORDS_UNREADABLE.description())
          .tags(Tags.of("topic", topic.topicName()))
          .register(registry);
    }
    gauge(registry, ExchangeMetric.REPLAY_REMAINING, rebuild, Rebuild::remainingRecords);
    gauge(registry, ExchangeMetric.ARCHIVE_BACKLOG, archive, ArchiveStatus::backlog);
    counter(registry, ExchangeMetric.ARCHIVE_STORED, ArchiveStatus::stored);
    counter(registry, ExchangeMetric.ARCHIVE_FAILURES, ArchiveStatus::failures);
    counter(registry, ExchangeMetric.ARCHIVE_UNSTORABLE, ArchiveStatus::unstorable);
    gauge(registry, ExchangeMetric.LIVE_WATCHERS, live, LiveFeed::watchers);
  }

  private static <T> void gauge(
      MeterRegistry registry, ExchangeMetric metric, T source, ToDoubleFunction<T> figure) {
    Gauge.builder(metric.meterName(), source, figure)
        .description(metric.description())
        .register(registry);
  }

  private void counter(
      MeterRegistry registry, ExchangeMetric metric, ToDoubleFunction<ArchiveStatus> figure) {
    FunctionCounter.builder(metric.meterName(), archive, figure)
        .description(metric.description())
        .register(registry);
  }
}
