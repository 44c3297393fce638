package io.quantedge.ingest.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what happens to submissions over Kafka. Thread-safe. */
@Singleton
public class SubmissionMetrics {
  private final Counter read;
  private final Counter rejected;
  private final Counter putOff;
  private final AtomicInteger underWay = new AtomicInteger();

  public SubmissionMetrics(MeterRegistry registry) {
    read = counter(registry, "read", "Submissions that were read, repeats after a crash included");
    rejected = counter(registry, "rejected", "Submissions whose rejection is durable");
    putOff = counter(registry, "put.off", "Attempts that met overload or an outage, tried again");
    Gauge.builder("exchange.ingest.submissions.under.way", underWay, AtomicInteger::get)
        .description("Submissions that are neither in the log nor rejected yet")
        .register(registry);
  }

  /** One was read. */
  public void read() {
    read.increment();
  }

  /** One was rejected. */
  public void rejected() {
    rejected.increment();
  }

  /** One attempt was in vain and will be repeated. */
  public void putOff() {
    putOff.increment();
  }

  /** So many are on their way. */
  public void underWay(int count) {
    underWay.set(count);
  }

  private static Counter counter(MeterRegistry registry, String name, String description) {
    return Counter.builder("exchange.ingest.submissions." + name)
        .description(description)
        .register(registry);
  }
}
