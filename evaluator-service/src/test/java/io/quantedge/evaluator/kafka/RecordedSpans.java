package io.quantedge.evaluator.kafka;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Spans that were kept instead of sent, and callers that are traced. */
@Singleton
public class RecordedSpans {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final InMemorySpanExporter exporter = InMemorySpanExporter.create();

  /** Switches tracing on. */
  public static final class Traced implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "50ms");
    }
  }

  /**
   * The span of somebody who calls.
   *
   * @param traceId 32 hexadecimal digits
   * @param spanId 16 hexadecimal digits
   */
  public record Caller(String traceId, String spanId) {
    public static Caller fresh() {
      ThreadLocalRandom random = ThreadLocalRandom.current();
      return new Caller(
          "%016x%016x".formatted(random.nextLong(), random.nextLong()),
          "%016x".formatted(random.nextLong()));
    }

    public String traceparent() {
      return "00-" + traceId + "-" + spanId + "-01";
    }
  }

  @Produces
  @Singleton
  InMemorySpanExporter exporter() {
    return exporter;
  }

  /** Waits until so many ended spans match. */
  public List<SpanData> await(int atLeast, Predicate<SpanData> matching) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> exporter.getFinishedSpanItems().stream().filter(matching).toList(),
            found -> found.size() >= atLeast);
  }

  /** What stands in a record's header of that name. */
  public static String traceparent(SpanContext span) {
    return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01";
  }
}
