package io.quantedge.simulator.domain.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.CloseMarked;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.SlotLog;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecountTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final SlotId SLOT = new SlotId("slot");
  private static final SlotDefinition DEFINITION =
      new SlotDefinition(
          SLOT,
          new AccountId("publisher"),
          "Slot",
          Money.of("1", "USD"),
          Money.of("0.01", "USD"),
          PricingRule.SECOND_PRICE,
          RankingRule.PRICE,
          NOON,
          NOON.plusSeconds(60));

  @Test
  void judgesEachBidAndOnlyUpToTheFirstMarker() {
    Bid good = bid(1, "ann", "2", "USD", 1);
    SlotLog log =
        log(
            new SlotOpened(DEFINITION, NOON),
            new BidPlaced(good),
            new BidPlaced(bid(1, "ann", "2", "USD", 2)),
            new BidPlaced(bid(1, "ann", "3", "USD", 3)),
            new BidPlaced(bid(2, "ann", "0.9999", "USD", 4)),
            new BidPlaced(bid(3, "ann", "2", "EUR", 5)),
            new BidPlaced(bid(4, "publisher", "2", "USD", 6)),
            new BidPlaced(bid(5, "ann", "2", "USD", -1)),
            new BidPlaced(bid(6, "ann", "2", "USD", 61)),
            new CloseMarked(SLOT, CloseCause.REQUEST, NOON),
            new BidPlaced(bid(7, "ann", "9", "USD", 7)),
            new CloseMarked(SLOT, CloseCause.TIMER, NOON),
            new BidPlaced(bid(8, "ann", "9", "USD", 8)));

    Recount recount = Recount.of(DEFINITION, log);

    assertThat(recount.counted()).containsExactly(good);
    assertThat(recount.total().received()).isEqualTo(8);
    assertThat(recount.total().duplicate()).isEqualTo(1);
    assertThat(recount.total().rejected())
        .containsOnlyKeys(RejectionReason.values())
        .containsValues(1L);
    assertThat(recount.byRegion()).hasSize(1).containsValue(recount.total());
    assertThat(log.lastOffsetBeforeMarker()).isEqualTo(8);
    assertThat(log.at(10)).isPresent();
    assertThat(log.at(9)).isEmpty();
  }

  @Test
  void theFirstRecordOfAnIdIsTheBidEvenIfItIsRejected() {
    SlotLog log =
        log(
            new SlotOpened(DEFINITION, NOON),
            new BidPlaced(bid(1, "ann", "0.5", "USD", 1)),
            new BidPlaced(bid(1, "ann", "2", "USD", 2)),
            new CloseMarked(SLOT, CloseCause.REQUEST, NOON));

    Recount recount = Recount.of(DEFINITION, log);

    assertThat(recount.counted()).isEmpty();
    assertThat(recount.total().rejected())
        .containsOnlyKeys(RejectionReason.BELOW_FLOOR, RejectionReason.CONFLICTING_DUPLICATE);
  }

  private static SlotLog log(AuctionEvent... events) {
    AuctionLog log = new AuctionLog(List.of(SLOT));
    for (int i = 0; i < events.length; i++) {
      log.add(0, i, events[i]);
    }
    return log.slot(SLOT).orElseThrow();
  }

  private static Bid bid(int id, String account, String amount, String currency, int second) {
    return new Bid(
        new BidId(new UUID(7, id)),
        SLOT,
        new AccountId(account),
        new Region("us-east-1"),
        Money.of(amount, currency),
        0,
        QualityScore.FULL,
        NOON.plusSeconds(second));
  }
}
