package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.testing.Samples;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlotItemTest {
  private static final Duration RETENTION = Duration.ofDays(7);

  private final KnownSlot slot = KnownSlot.opened(Samples.slot("s"), new LogPosition(3, 17));

  @Test
  void shouldReadTheSlotThatItWrote() {
    assertThat(SlotItem.read(SlotItem.of(slot, RETENTION))).isEqualTo(slot);
    assertThat(SlotItem.read(SlotItem.of(slot.closed(), RETENTION))).isEqualTo(slot.closed());
  }

  @Test
  void shouldExpireOnlyAfterTheRetention() {
    assertThat(SlotItem.of(slot, RETENTION))
        .containsEntry("ttl", BidEvents.epochSeconds(Samples.CLOSES_AT.plus(RETENTION)));
  }
}
