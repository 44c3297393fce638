package io.quantedge.simulator.domain.audit;

import static io.quantedge.simulator.domain.audit.Auction.CLOSES;
import static io.quantedge.simulator.domain.audit.Auction.NOON;
import static io.quantedge.simulator.domain.audit.Auction.PARTITION;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.simulator.domain.audit.AuditLies.Books;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import io.quantedge.simulator.domain.evidence.StoredBid;
import io.quantedge.simulator.testing.ReferenceAuction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildProperties {
  private static final SoftClose SOFT = new SoftClose(10_000, 20_000, 45_000);

  @Test
  void countedBidsMoveTheDeadlineInTheOrderOfTheLog() {
    Auction auction = new Auction("soft", Optional.of(SOFT));
    auction
        .counted(auction.bid(1, "ann", "5", "USD", 50_000))
        .extending(auction.bid(2, "bob", "6", "USD", 50_001), 70_001)
        .extending(auction.bid(3, "cid", "7", "USD", 60_002), 80_002)
        .rejected(auction.bid(4, "dan", "9", "USD", 80_003), RejectionReason.AFTER_CLOSING)
        .rejected(auction.bid(5, "dan", "0.5", "USD", 79_000), RejectionReason.BELOW_FLOOR)
        // Behind the one that came too late: the order of the log decides, not the clock's.
        .extending(auction.bid(6, "eve", "8", "USD", 80_001), 100_001)
        .counted(auction.bid(7, "dan", "8", "USD", 85_000))
        .extending(auction.bid(8, "dan", "9", "USD", 95_000), 105_000)
        .rejected(auction.bid(9, "fay", "9", "USD", 105_001), RejectionReason.AFTER_CLOSING)
        .close();

    SlotFinding finding = new Books(auction).audit();

    assertThat(finding.differences()).isEmpty();
    assertThat(finding.status()).isEqualTo(Status.AGREES);
    assertThat(auction.log().rebuild().orElseThrow().deadline())
        .isEqualTo(NOON.plusMillis(105_000));
  }

  @Test
  void theStoresOrderOfItemsDoesNotMatter() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<StoredBid> items = softlyClosing(random);
      Rebuild inOrder = new Rebuild(new Auction("slot", Optional.of(SOFT)).definition, 1);
      items.forEach(item -> inOrder.add(item.bid(), item.offset()));

      Collections.shuffle(items, random);
      StoreEvidence store =
          new StoreEvidence(
              Optional.of(new Auction("slot", Optional.of(SOFT)).storedSlot()),
              NOON,
              Long.MAX_VALUE,
              random.nextLong());
      items.forEach(item -> store.add(item, Instant.MAX));
      store.complete();

      Rebuild shuffled = store.rebuild().orElseThrow();
      assertThat(shuffled.deadline()).as("seed %d", seed).isEqualTo(inOrder.deadline());
      assertThat(shuffled.rows().digestOfCounted())
          .as("seed %d", seed)
          .isEqualTo(inOrder.rows().digestOfCounted());
      assertThat(shuffled.candidates()).as("seed %d", seed).isEqualTo(inOrder.candidates());
    }
  }

  /** Bids around a closing time that they move. */
  private static List<StoredBid> softlyClosing(Random random) {
    Auction auction = new Auction("slot", Optional.of(SOFT));
    List<StoredBid> items = new ArrayList<>();
    int bids = 1 + random.nextInt(60);
    for (int i = 0; i < bids; i++) {
      Bid bid =
          auction.bid(
              i,
              "a" + random.nextInt(6),
              (1 + random.nextInt(9)) + "",
              "USD",
              40_000L + 1_000L * i + random.nextInt(9_000));
      items.add(new StoredBid(bid, PARTITION, i + 1L));
    }
    return items;
  }

  @Test
  void compactRowsKeepEveryBidAndFindEveryRepeat() {
    for (long seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Auction auction = new Auction("slot", Optional.empty());
      BidRows rows = new BidRows(random.nextLong());
      List<Bid> first = new ArrayList<>();
      List<Bid> counted = new ArrayList<>();
      Set<Integer> known = new HashSet<>();
      for (int i = 0; i < 1 + random.nextInt(3_000); i++) {
        int id = random.nextInt(2_000);
        Bid bid = auction.bid(id, "ann", random.nextBoolean() ? "5" : "6", "USD", i % 60_000);
        BidRows.Meeting meeting = rows.meet(bid, i);
        assertThat(meeting == BidRows.Meeting.NEW).as("seed %d", seed).isEqualTo(known.add(id));
        if (meeting == BidRows.Meeting.NEW) {
          first.add(bid);
          if (random.nextBoolean()) {
            rows.countNewest();
            counted.add(bid);
          }
        } else {
          boolean same =
              first.stream()
                  .filter(one -> one.bidId().equals(bid.bidId()))
                  .allMatch(one -> one.price().equals(bid.price()));
          assertThat(meeting)
              .as("seed %d", seed)
              .isEqualTo(same ? BidRows.Meeting.REPEATED : BidRows.Meeting.CONTRADICTED);
        }
      }
      assertThat(rows.size()).isEqualTo(known.size());
      assertThat(rows.digestOfAll()).as("seed %d", seed).isEqualTo(BidDigest.of(first));
      assertThat(rows.digestOfCounted()).as("seed %d", seed).isEqualTo(BidDigest.of(counted));
    }
  }

  @Test
  void theBestOfferOfEachAccountIsAllThatTheOracleNeeds() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Auction auction = new Auction("slot", Optional.empty());
      Rebuild rebuild = new Rebuild(auction.definition, seed);
      List<Bid> bids = new ArrayList<>();
      for (int i = 0; i < random.nextInt(40); i++) {
        Bid bid =
            auction.bid(
                i, "a" + random.nextInt(6), (1 + random.nextInt(5)) + "", "USD", random.nextInt(3));
        bids.add(bid);
        rebuild.add(bid, i + 1L);
      }
      assertThat(
              rebuild.candidates().stream()
                  .map(one -> one.offer().bidId() + " pays " + one.priceUnits()))
          .as("seed %d", seed)
          .isEqualTo(
              ReferenceAuction.candidates(auction.definition, bids).stream()
                  .map(one -> one.bid().bidId() + " pays " + one.clearingPrice().units())
                  .toList());
      assertThat(rebuild.deadline()).isEqualTo(CLOSES);
    }
  }
}
