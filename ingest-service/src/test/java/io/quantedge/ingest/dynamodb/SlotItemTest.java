package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.ShardHistory;
import io.quantedge.ingest.domain.SlotShards;
import io.quantedge.ingest.domain.StoredSlot;
import io.quantedge.ingest.testing.Samples;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SlotItemTest {
  private static final Duration RETENTION = Duration.ofDays(7);

  private final StoredSlot slot =
      new StoredSlot(
          KnownSlot.opened(Samples.slot("s"), new LogPosition(3, 17)),
          new SlotShards(ShardHistory.ONE.grown(40, 2).grown(90, 16), Long.MIN_VALUE),
          OptionalLong.empty());

  @Test
  void shouldReadTheSlotThatItWrote() {
    assertThat(SlotItem.read(SlotItem.of(slot, RETENTION))).isEqualTo(slot);
  }

  @Test
  void shouldReadASoftCloseAndExpireBehindItsLatestDeadline() {
    SlotDefinition fixed = Samples.slot("s");
    SlotDefinition soft =
        new SlotDefinition(
            fixed.slotId(),
            fixed.publisherId(),
            fixed.name(),
            fixed.floor(),
            fixed.increment(),
            fixed.pricing(),
            fixed.ranking(),
            fixed.opensAt(),
            fixed.closesAt(),
            Optional.of(new SoftClose(1_000, 2_000, 90_000)));
    StoredSlot extended = StoredSlot.opened(KnownSlot.opened(soft, new LogPosition(3, 17)), 5);

    assertThat(SlotItem.read(SlotItem.of(extended, RETENTION))).isEqualTo(extended);
    assertThat(SlotItem.of(extended, RETENTION))
        .containsEntry(
            "ttl", BidEvents.epochSeconds(Samples.CLOSES_AT.plusSeconds(90).plus(RETENTION)));
  }

  @Test
  void shouldExpireOnlyAfterTheRetention() {
    assertThat(SlotItem.of(slot, RETENTION))
        .containsEntry("ttl", BidEvents.epochSeconds(Samples.CLOSES_AT.plus(RETENTION)));
  }
}
