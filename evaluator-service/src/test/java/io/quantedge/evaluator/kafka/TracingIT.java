package io.quantedge.evaluator.kafka;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.evaluator.domain.Auctions;
import io.quantedge.evaluator.http.AccessKeysResource;
import io.quantedge.evaluator.kafka.RecordedSpans.Caller;
import io.quantedge.evaluator.kafka.RecordedSpans.Traced;
import io.quantedge.localstack.testing.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** From the headers of the log to the header of the outcome. */
@QuarkusTest
@TestProfile(Traced.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(AccessKeysResource.class)
class TracingIT extends LoopFixture {
  private static final int BIDS = 40;
  private static final int WINNER = 23;

  @Inject RecordedSpans spans;

  @Test
  void aDecisionStandsInTheTraceOfItsCloseAndLinksAFewBidsAndTheWinner() {
    SlotDefinition slot = TestLog.slot("traced", LONG);
    List<Caller> bidders = Stream.generate(Caller::fresh).limit(BIDS).toList();
    Caller closer = Caller.fresh();
    log.append(4, Auctions.opened(slot));
    for (int i = 0; i < BIDS; i++) {
      long units = i == WINNER ? 90_000 : 20_000 + i;
      log.appendIn(
          bidders.get(i).traceparent(),
          4,
          Auctions.placed(TestLog.bid(slot, i + 1, "advertiser-" + i, units)));
    }
    log.appendIn(closer.traceparent(), 4, TestLog.marker(slot));

    ConsumerRecord<String, byte[]> outcome = awaitOutcome(slot);

    SpanData decide = decision("traced");
    assertThat(decide.getTraceId()).isEqualTo(closer.traceId());
    assertThat(decide.getParentSpanId()).isEqualTo(closer.spanId());
    List<String> linked =
        decide.getLinks().stream().map(link -> link.getSpanContext().getSpanId()).toList();
    assertThat(linked).hasSizeBetween(4, 8).startsWith(bidders.get(WINNER).spanId());
    assertThat(bidders.stream().map(Caller::spanId)).containsAll(linked);
    assertThat(header(outcome)).isEqualTo(RecordedSpans.traceparent(decide.getSpanContext()));
    assertThat(spans.await(0, span -> span.getName().contains("bid"))).isEmpty();
  }

  @Test
  void aDecisionByTheTimerBeginsATraceOfItsOwn() {
    SlotDefinition slot = TestLog.slot("traced-timer", Duration.ofMillis(1_000));
    Caller bidder = Caller.fresh();
    log.append(5, Auctions.opened(slot));
    log.appendIn(bidder.traceparent(), 5, Auctions.placed(TestLog.bid(slot, 1, "a", 20_000)));

    ConsumerRecord<String, byte[]> outcome = awaitOutcome(slot);

    SpanData decide = decision("traced-timer");
    assertThat(decide.getParentSpanId()).isEqualTo(SpanId.getInvalid());
    assertThat(decide.getLinks())
        .extracting(LinkData::getSpanContext)
        .extracting(context -> context.getTraceId())
        .containsExactly(bidder.traceId());
    assertThat(header(outcome)).contains(decide.getTraceId());
  }

  @Test
  void aProblemNamesItsTrace() {
    Caller caller = Caller.fresh();

    given()
        .header("traceparent", caller.traceparent())
        .get("/v1/slots/nobody-opened-it/outcome")
        .then()
        .statusCode(404)
        .body("traceId", equalTo(caller.traceId()));
  }

  private SpanData decision(String slotId) {
    return spans
        .await(
            1,
            span ->
                span.getName().equals("decide")
                    && span.getAttributes().asMap().containsValue(slotId))
        .getFirst();
  }

  private static String header(ConsumerRecord<String, byte[]> entry) {
    return new String(entry.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
  }
}
