package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.usage.UsageReport;
import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.contracts.usage.UsageReport.Level;
import io.quantedge.ingest.config.UsageConfig;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.quantedge.ingest.metrics.Usage;
import io.quantedge.ingest.testing.Configs;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class UsagePublisherTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Usage usage = new Usage();
  private final StoreMetrics store = new StoreMetrics(new SimpleMeterRegistry(), clock);
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          Cluster.empty(), false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final UsagePublisher publisher =
      new UsagePublisher(
          usage, store, new LogProducer(producer), Configs.of(UsageConfig.class, Map.of()), clock);

  @Test
  void shouldReportCumulativeCountsUnderTheKeyOfThisRun() throws MalformedEventException {
    usage.add(Count.BIDS_ACKNOWLEDGED, 3);
    publisher.publishIfChanged();
    usage.add(Count.BIDS_ACKNOWLEDGED, 4);
    store.lag(5);
    store.unwritten(2);
    store.unwrittenSince(NOW.toEpochMilli() - 1_500);
    store.shards(1, 4);
    publisher.publishIfChanged();

    List<ProducerRecord<byte[], byte[]>> sent = producer.history();
    UsageReport first = report(sent.get(0));
    UsageReport second = report(sent.get(1));
    assertThat(first.count(Count.BIDS_ACKNOWLEDGED)).isEqualTo(3);
    assertThat(second.count(Count.BIDS_ACKNOWLEDGED)).isEqualTo(7);
    assertThat(second.processId()).isEqualTo(first.processId());
    assertThat(sent)
        .allSatisfy(each ->
            assertThat(new String(each.key(), StandardCharsets.UTF_8))
                .isEqualTo(first.processId().toString()));
    assertThat(second.levels())
        .containsEntry(Level.STORE_LAG_RECORDS, 7L)
        .containsEntry(Level.STORE_OLDEST_UNWRITTEN_MILLIS, 1_500L)
        .containsEntry(Level.STORE_HOT_SLOTS, 1L);
  }

  @Test
  void shouldSayNothingWhenNothingHasChanged() {
    publisher.publishIfChanged();
    publisher.publishIfChanged();

    assertThat(producer.history()).hasSize(1);
  }

  @Test
  void shouldReportAgainWhatWasNotTaken() {
    publisher.publishIfChanged();
    producer.errorNext(new TimeoutException("no broker"));
    publisher.publishIfChanged();
    producer.completeNext();
    publisher.publishIfChanged();

    assertThat(producer.history()).hasSize(2);
  }

  @Test
  void shouldReportOnceMoreAtTheEndWithoutWaitingForEver() {
    publisher.publishIfChanged();
    usage.add(Count.STORE_ITEMS, 1);

    publisher.stop(new io.quarkus.runtime.ShutdownEvent());

    assertThat(producer.history()).hasSize(2);
  }

  private static UsageReport report(ProducerRecord<byte[], byte[]> sent)
      throws MalformedEventException {
    return EventCodec.USAGE.decode(sent.value());
  }
}
