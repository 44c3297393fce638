package io.quantedge.ingest.kafka;

import java.time.Duration;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;

/**
 * When the broker last answered a consumer. A poll that brings nothing does not tell a quiet log
 * from a dead broker; the number of answered fetches does. Fed by the consumer's thread, asked by
 * any.
 */
final class FetchPulse {
  private static final String ANSWERED_FETCHES = "fetch-total";

  private volatile long lastAnswerNanos = System.nanoTime();
  private @Nullable Metric metric;
  private @Nullable KafkaConsumer<?, ?> observed;
  private Object lastCount = 0;

  /** To be called after each poll. */
  void observe(KafkaConsumer<?, ?> consumer) {
    if (observed != consumer) {
      observed = consumer;
      metric = find(consumer);
    }
    Object count = metric == null ? lastCount : metric.metricValue();
    if (!count.equals(lastCount)) {
      lastCount = count;
      lastAnswerNanos = System.nanoTime();
    }
  }

  boolean isWithin(Duration limit) {
    return System.nanoTime() - lastAnswerNanos <= limit.toNanos();
  }

  private static @Nullable Metric find(KafkaConsumer<?, ?> consumer) {
    return consumer.metrics().entrySet().stream()
        .filter(each -> each.getKey().name().equals(ANSWERED_FETCHES))
        .map(each -> (Metric) each.getValue())
        .findFirst()
        .orElse(null);
  }
}
