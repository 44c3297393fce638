package io.quantedge.bench.ingest;

import io.quantedge.bench.service.CpuTime;
import io.quantedge.bench.stats.Throughput;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.ingest.kafka.BareLogProducer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * No service at all: a Kafka producer with intake's settings sends records that intake could have
 * written, made before the clock starts, to a topic like the log. Faster than this no intake can
 * be. Used by one thread.
 */
final class RawProducer implements Contestant, AutoCloseable {
  static final String NAME = "raw Kafka producer";

  private static final String TOPIC = "bench-raw-log";
  private static final double SECOND_NANOS = 1e9;

  private final KafkaProducer<String, byte[]> producer;
  private final List<ProducerRecord<String, byte[]>> records;

  RawProducer(String bootstrapServers, Floor floor)
      throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      NewTopic created = new NewTopic(TOPIC, Topic.AUCTION_EVENTS.partitions(), (short) 1);
      admin.createTopics(List.of(created)).all().get();
    }
    this.producer = BareLogProducer.open(bootstrapServers);
    producer.partitionsFor(TOPIC);
    this.records = floor.sample().stream().map(RawProducer::record).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work work(Duration duration) throws Exception {
    Sent sent = new Sent(duration);
    Duration before = CpuTime.own();
    for (int next = 0; sent.isInTime(); next = (next + 1) % records.size()) {
      send(records.get(next), sent);
    }
    producer.flush();
    sent.requireNoFailure();
    Duration own = CpuTime.own().minus(before);
    return new Work(sent.throughput(), sent.all.sum(), own, own);
  }

  @Override
  public long acknowledged() {
    return 0;
  }

  @Override
  public void close() {
    producer.close();
  }

  private void send(ProducerRecord<String, byte[]> record, Sent sent) {
    producer.send(
        record,
        (metadata, failure) -> {
          if (failure == null) {
            sent.acknowledged();
          } else {
            sent.failure.compareAndSet(null, failure);
          }
        });
  }

  private static ProducerRecord<String, byte[]> record(Bid bid) {
    return new ProducerRecord<>(
        TOPIC, bid.slotId().value(), EventCodec.AUCTION_EVENT.encode(new BidPlaced(bid)));
  }

  /** What became of the records of one round. */
  private static final class Sent {
    private final long begun = System.nanoTime();
    private final long durationNanos;
    private final LongAdder all = new LongAdder();
    private final LongAdder inTime = new LongAdder();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Sent(Duration duration) {
      this.durationNanos = duration.toNanos();
    }

    boolean isInTime() {
      return System.nanoTime() - begun < durationNanos;
    }

    void acknowledged() {
      all.increment();
      if (isInTime()) {
        inTime.increment();
      }
    }

    void requireNoFailure() throws Exception {
      Exception first = failure.get();
      if (first != null) {
        throw first;
      }
    }

    Throughput throughput() {
      double seconds = durationNanos / SECOND_NANOS;
      return new Throughput(inTime.sum() / seconds, inTime.sum(), seconds);
    }
  }
}
