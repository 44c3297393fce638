package io.quantedge.tracing;

import io.opentelemetry.api.trace.Span;
import java.util.Optional;

/** Names the trace of the work at hand, so that an answer can be found among traces. Stateless. */
public final class TraceIds {
  private TraceIds() {}

  /** 32 hexadecimal digits; absent unless the current span is being recorded. */
  public static Optional<String> current() {
    Span span = Span.current();
    return span.isRecording() ? Optional.of(span.getSpanContext().getTraceId()) : Optional.empty();
  }
}
