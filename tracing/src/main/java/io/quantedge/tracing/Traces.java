package io.quantedge.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Spans of our own and their contexts in the headers of records, for Kafka clients that nobody
 * instruments. Ask {@link #isOn} before anything else: while tracing is off that one look is all
 * that it costs. Thread-safe.
 */
public final class Traces {
  private static final String KAFKA = "kafka";

  private final boolean on;
  private final Tracer tracer;
  private final TextMapPropagator propagator;

  private enum HeaderAccess implements TextMapGetter<Headers>, TextMapSetter<Headers> {
    UTF_8;

    @Override
    public Iterable<String> keys(Headers headers) {
      return StreamSupport.stream(headers.spliterator(), false).map(Header::key).toList();
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String key) {
      Header header = headers == null ? null : headers.lastHeader(key);
      return header == null || header.value() == null
          ? null
          : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void set(@Nullable Headers headers, String key, String value) {
      if (headers != null) {
        headers.remove(key);
        headers.add(key, value.getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * @param on whether spans go anywhere
   */
  public Traces(OpenTelemetry openTelemetry, boolean on) {
    this.on = on;
    this.tracer = openTelemetry.getTracer("io.quantedge");
    this.propagator = openTelemetry.getPropagators().getTextMapPropagator();
  }

  /** Nothing is traced. */
  public static Traces off() {
    return new Traces(OpenTelemetry.noop(), false);
  }

  /** Whether tracing is switched on; the same for as long as the process lives. */
  public boolean isOn() {
    return on;
  }

  /** A span that is not about a record of a log. */
  public SpanBuilder span(String name) {
    return tracer.spanBuilder(name);
  }

  /**
   * A span about records of a log.
   *
   * @param operation send, receive or process
   */
  public SpanBuilder messaging(String name, SpanKind kind, String topic, String operation) {
    return tracer
        .spanBuilder(name)
        .setSpanKind(kind)
        .setAttribute(Messaging.SYSTEM, KAFKA)
        .setAttribute(Messaging.DESTINATION, topic)
        .setAttribute(Messaging.OPERATION_NAME, name)
        .setAttribute(Messaging.OPERATION_TYPE, operation);
  }

  /** Puts a span's context into a record's headers, over what stands there. */
  public void inject(Span span, Headers headers) {
    propagator.inject(Context.root().with(span), headers, HeaderAccess.UTF_8);
  }

  /** The context in which a record was written; the root context if its headers name none. */
  public Context extract(Headers headers) {
    return propagator.extract(Context.root(), headers, HeaderAccess.UTF_8);
  }

  /** The span in which a record was written, if it is recorded somewhere. */
  public Optional<SpanContext> sampledIn(Headers headers) {
    SpanContext found = Span.fromContext(extract(headers)).getSpanContext();
    return found.isValid() && found.isSampled() ? Optional.of(found) : Optional.empty();
  }

  /** Ends a span, as failed if there is a failure. */
  public static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, String.valueOf(failure.getMessage()));
    }
    span.end();
  }
}
