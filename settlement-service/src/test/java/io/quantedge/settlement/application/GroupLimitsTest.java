package io.quantedge.settlement.application;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupLimitsTest {

  @Test
  void aGroupTakesWhatWaitsUpToItsSize() {
    assertThat(new GroupLimits(3, 3_000).first(outcomes(2))).hasSize(2);
    assertThat(new GroupLimits(3, 3_000).first(outcomes(9))).hasSize(3);
  }

  @Test
  void aGroupStaysWithinTheRowsOfOneSqlTransaction() {
    List<AuctionOutcome> waiting = outcomes(300);

    List<AuctionOutcome> group = new GroupLimits(300, 3_000).first(waiting);

    assertThat(group.stream().mapToInt(GroupLimits::rowsOf).sum())
        .isLessThanOrEqualTo(3_000)
        .isGreaterThan(3_000 - GroupLimits.rowsOf(waiting.getFirst()));
  }

  @Test
  void aSingleOutcomeIsAGroupHoweverLargeItIs() {
    assertThat(new GroupLimits(10, 1).first(outcomes(3))).hasSize(1);
  }

  @Test
  void twoOutcomesOfOneSlotAreNeverInOneGroup() {
    List<AuctionOutcome> waiting =
        List.of(
            awarded("slot-1", offer("buyer-1", "5.4")),
            awarded("slot-2", offer("buyer-1", "5.4")),
            awarded("slot-1", offer("buyer-1", "5.4")),
            awarded("slot-3", offer("buyer-1", "5.4")));

    assertThat(new GroupLimits(10, 3_000).first(waiting)).isEqualTo(waiting.subList(0, 2));
  }

  private static List<AuctionOutcome> outcomes(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(i -> awarded("slot-" + i, offer("buyer-1", "5.4")))
        .toList();
  }
}
