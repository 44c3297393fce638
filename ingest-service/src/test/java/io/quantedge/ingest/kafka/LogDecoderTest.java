package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.LogRecord;
import io.quantedge.ingest.testing.Samples;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogDecoderTest {
  private final AuctionEvent bid =
      new AuctionEvent.BidPlaced(Samples.bid("s", new UUID(1, 2), "2"));
  private final AuctionEvent marker =
      new AuctionEvent.CloseMarked(new SlotId("s"), CloseCause.TIMER, Samples.CLOSES_AT);

  @Test
  void shouldTellBidsFromOtherEventsWithoutDecodingThem() {
    assertThat(LogDecoder.isBid(EventCodec.AUCTION_EVENT.encode(bid))).isTrue();
    assertThat(LogDecoder.isBid(EventCodec.AUCTION_EVENT.encode(marker))).isFalse();
    assertThat(
            LogDecoder.isBid(
                EventCodec.AUCTION_EVENT.encode(
                    new AuctionEvent.SlotOpened(Samples.slot("s"), Samples.OPENS_AT))))
        .isFalse();
    assertThat(LogDecoder.isBid(null)).isFalse();
    assertThat(LogDecoder.isBid(new byte[0])).isFalse();
  }

  @Test
  void shouldReadAnEventWithItsPlace() {
    assertThat(LogDecoder.decode(entry("s", EventCodec.AUCTION_EVENT.encode(bid))))
        .contains(new LogRecord(new LogPosition(4, 9), bid));
  }

  @Test
  void shouldPassOverWhatMakesNoSense() {
    assertThat(LogDecoder.decode(entry("s", null))).isEmpty();
    assertThat(LogDecoder.decode(entry("s", "nonsense".getBytes(StandardCharsets.UTF_8))))
        .isEmpty();
    assertThat(LogDecoder.decode(entry("s", "{}".getBytes(StandardCharsets.UTF_8)))).isEmpty();
    assertThat(LogDecoder.decode(entry("s", "null".getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  @Test
  void shouldPassOverAnEventUnderAnotherSlotsKey() {
    assertThat(LogDecoder.decode(entry("other", EventCodec.AUCTION_EVENT.encode(bid)))).isEmpty();
  }

  private static ConsumerRecord<String, byte[]> entry(String key, byte @Nullable [] value) {
    return new ConsumerRecord<>("auction-events", 4, 9, key, value);
  }
}
