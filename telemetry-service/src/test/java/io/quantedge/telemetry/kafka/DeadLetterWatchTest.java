package io.quantedge.telemetry.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.telemetry.domain.incident.DeadLetter;
import io.quantedge.telemetry.fixture.RandomExchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterWatchTest {
  private static final Map<String, String> HEADERS =
      Map.of(
          "dlq-cause", "the buyer has no account",
          "dlq-topic", "auction-outcomes",
          "dlq-partition", "3",
          "dlq-offset", "17",
          "dlq-time", "2026-03-01T10:00:00Z");

  private static ConsumerRecord<String, byte[]> record(byte[] value, Map<String, String> headers) {
    ConsumerRecord<String, byte[]> record =
        new ConsumerRecord<>("auction-outcomes-dlq", 0, 5, "key", value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return record;
  }

  @Test
  void anOutcomeIsNamedByItsSlot() {
    byte[] outcome =
        EventCodec.OUTCOME.encode(new RandomExchange(1, Instant.EPOCH).slot("slot-7").outcome());

    assertThat(DeadLetterWatch.letter(record(outcome, HEADERS)))
        .contains(
            new DeadLetter(
                "slot-7", "the buyer has no account", Instant.parse("2026-03-01T10:00:00Z")));
  }

  @Test
  void whatCannotBeReadIsNamedByThePlaceItCameFrom() {
    byte[] garbage = {'{'};

    assertThat(DeadLetterWatch.letter(record(garbage, HEADERS)))
        .get()
        .extracting(DeadLetter::subject)
        .isEqualTo("auction-outcomes/3@17");
    assertThat(DeadLetterWatch.letter(record(garbage, Map.of())))
        .get()
        .extracting(DeadLetter::subject, DeadLetter::cause)
        .containsExactly("auction-outcomes-dlq/0@5", "unknown");
  }

  @Test
  void aMarkThatALetterWasSentAgainIsNoLetter() {
    assertThat(DeadLetterWatch.letter(record(new byte[0], Map.of("dlq-replayed", "0@3"))))
        .isEmpty();
  }
}
