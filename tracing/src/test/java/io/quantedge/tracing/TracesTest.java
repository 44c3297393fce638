package io.quantedge.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TracesTest {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();

  @Test
  void shouldCarryASpanThroughTheHeadersOfARecord() {
    Traces traces = traces(Sampler.alwaysOn());
    Headers headers = new RecordHeaders();
    Span span =
        traces.messaging("append bid", SpanKind.PRODUCER, "auction-events", "send").startSpan();

    traces.inject(span, headers);

    assertThat(new String(headers.lastHeader("traceparent").value(), StandardCharsets.UTF_8))
        .isEqualTo(
            "00-%s-%s-01"
                .formatted(span.getSpanContext().getTraceId(), span.getSpanContext().getSpanId()));
    assertThat(Span.fromContext(traces.extract(headers)).getSpanContext().getSpanId())
        .isEqualTo(span.getSpanContext().getSpanId());
    assertThat(traces.sampledIn(headers)).isPresent();
  }

  @Test
  void shouldReplaceTheContextOfARecordThatIsSentOn() {
    Traces traces = traces(Sampler.alwaysOn());
    Headers headers = new RecordHeaders();
    traces.inject(traces.span("first").startSpan(), headers);

    traces.inject(traces.span("second").startSpan(), headers);

    assertThat(headers.headers("traceparent")).hasSize(1);
  }

  @Test
  void shouldFindNothingWhereNothingOrNonsenseStands() {
    Traces traces = traces(Sampler.alwaysOn());
    Headers nonsense = new RecordHeaders();
    nonsense.add("traceparent", new byte[] {1, 2, 3});
    Headers empty = new RecordHeaders();
    empty.add("traceparent", null);

    assertThat(traces.sampledIn(new RecordHeaders())).isEmpty();
    assertThat(traces.sampledIn(nonsense)).isEmpty();
    assertThat(traces.sampledIn(empty)).isEmpty();
  }

  @Test
  void shouldNotTakeWhatNobodyRecordsForSampled() {
    Traces traces = traces(Sampler.alwaysOff());
    Headers headers = new RecordHeaders();
    traces.inject(traces.span("unseen").startSpan(), headers);

    assertThat(headers.lastHeader("traceparent")).isNotNull();
    assertThat(traces.sampledIn(headers)).isEmpty();
  }

  @Test
  void shouldNameTheTraceOfTheSpanAtHandOnlyWhileItIsRecorded() {
    Span recorded = traces(Sampler.alwaysOn()).span("recorded").startSpan();
    try (Scope scope = Context.root().with(recorded).makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(TraceIds.current()).contains(recorded.getSpanContext().getTraceId());
    }
    assertThat(TraceIds.current()).isEmpty();
  }

  @Test
  void shouldCostOneLookWhenItIsOff() {
    assertThat(Traces.off().isOn()).isFalse();
    assertThat(Traces.off().span("nothing").startSpan().isRecording()).isFalse();
  }

  private Traces traces(Sampler sampler) {
    OpenTelemetrySdk sdk =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .setSampler(sampler)
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    return new Traces(sdk, true);
  }
}
