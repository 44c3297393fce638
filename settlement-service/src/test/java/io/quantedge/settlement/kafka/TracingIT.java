package io.quantedge.settlement.kafka;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.settlement.testing.RecordedSpans;
import io.quantedge.settlement.testing.RecordedSpans.Caller;
import io.quantedge.settlement.testing.RecordedSpans.Traced;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the header of an outcome to the header of its settlement, attempt by attempt. */
@QuarkusTest
@TestProfile(Traced.class)
@NullUnmarked
class TracingIT extends ServiceIT {
  @Inject RecordedSpans spans;
  private final Caller decision = Caller.fresh();

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
  }

  @Test
  void aGroupLinksItsDecisionsAndHasASpanForEachAttempt() {
    String buyer = advertiser("100");
    String slotId = fresh("slot");
    faults.conflictNext("OC000", 1);

    topics.send(awarded(slotId, offer(buyer, "5.4000")), decision.traceparent());

    ConsumerRecord<String, byte[]> settlement =
        topics.await(Topic.SETTLEMENTS, 1, record -> slotId.equals(record.key())).getFirst();
    SpanData group =
        spans
            .await(
                1,
                span ->
                    span.getName().equals("settle group")
                        && span.getAttributes().asMap().containsValue(slotId))
            .getFirst();
    assertThat(group.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(group.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(group.getLinks())
        .extracting(LinkData::getSpanContext)
        .extracting(context -> context.getTraceId() + "/" + context.getSpanId())
        .containsExactly(decision.traceId() + "/" + decision.spanId());
    assertThat(header(settlement)).isEqualTo(RecordedSpans.traceparent(group.getSpanContext()));
    List<SpanData> attempts =
        spans.await(2, span -> span.getParentSpanId().equals(group.getSpanId()));
    assertThat(attempts).hasSize(2);
    SpanData lost = attempts.get(0);
    assertThat(lost.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(text(lost, "db.response.status_code")).isEqualTo("40001");
    assertThat(text(lost, "exchange.store.code")).isEqualTo("OC000");
    assertThat(text(lost, "error.type")).isEqualTo("CONFLICT");
    assertThat(lost.getAttributes().get(AttributeKey.longKey("exchange.attempt"))).isEqualTo(1);
    assertThat(lost.getAttributes().get(AttributeKey.longKey("exchange.backoff_ms")))
        .isNotNegative();
    SpanData won = attempts.get(1);
    assertThat(text(won, "exchange.finding")).isEqualTo("COMMITTED");
    assertThat(won.getAttributes().get(AttributeKey.longKey("exchange.attempt"))).isEqualTo(2);
    assertThat(won.getAttributes().get(AttributeKey.booleanKey("exchange.commit"))).isTrue();
  }

  @Test
  void aProblemNamesItsTrace() {
    RestAssured.given()
        .header("traceparent", decision.traceparent())
        .get("/v1/slots/" + fresh("nobody") + "/settlement")
        .then()
        .statusCode(404)
        .body("traceId", equalTo(decision.traceId()));
  }

  private static String text(SpanData span, String name) {
    return span.getAttributes().get(AttributeKey.stringKey(name));
  }

  private static String header(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
  }
}
