package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.BidDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BidDigestTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void doesNotDependOnTheOrderOfTheBids(long seed) {
    Random random = new Random(seed);
    List<Bid> bids = bids(random, 200);
    String digest = BidDigest.of(bids);
    List<Bid> shuffled = new ArrayList<>(bids);
    Collections.shuffle(shuffled, random);
    assertThat(BidDigest.of(shuffled)).as("seed %d", seed).isEqualTo(digest).hasSize(64);
  }

  @Test
  void changesWithEveryBidAddedDroppedOrChanged() {
    List<Bid> bids = bids(new Random(7), 10);
    String digest = BidDigest.of(bids);
    assertThat(BidDigest.of(bids.subList(0, 9))).isNotEqualTo(digest);
    List<Bid> changed = new ArrayList<>(bids);
    changed.set(3, withUnits(bids.get(3), bids.get(3).price().units() + 1));
    assertThat(BidDigest.of(changed)).isNotEqualTo(digest);
  }

  @Test
  void aRepeatHasTheSameContentThoughNotTheSameRecord() {
    Bid bid = bids(new Random(7), 1).getFirst();
    Bid repeat = at(bid, bid.acceptedAt().plusMillis(1));
    assertThat(BidHash.ofContent(repeat)).isEqualTo(BidHash.ofContent(bid));
    assertThat(BidHash.ofRecord(repeat)).isNotEqualTo(BidHash.ofRecord(bid));
    assertThat(BidHash.ofContent(withUnits(bid, 1))).isNotEqualTo(BidHash.ofContent(bid));
  }

  @Test
  void timesThatDoNotFitMicrosecondsAreRefusedBeforeTheyAreHashed() {
    Bid bid = bids(new Random(7), 1).getFirst();
    assertThatThrownBy(() -> at(bid, Instant.MAX.truncatedTo(ChronoUnit.MICROS)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between the years 1970 and 9999");
  }

  private static List<Bid> bids(Random random, int count) {
    List<Bid> bids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bids.add(
          new Bid(
              new BidId(new UUID(random.nextLong(), random.nextLong())),
              new SlotId("slot"),
              new AccountId("account-" + random.nextInt(9)),
              new Region("us-east-1"),
              Money.ofUnits(1 + random.nextInt(100_000), "USD"),
              random.nextInt(300),
              QualityScore.FULL,
              NOON.plusMillis(i)));
    }
    return bids;
  }

  private static Bid withUnits(Bid bid, long units) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        Money.ofUnits(units, "USD"),
        bid.latencyMs(),
        bid.qualityScore(),
        bid.acceptedAt());
  }

  private static Bid at(Bid bid, Instant acceptedAt) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price(),
        bid.latencyMs(),
        bid.qualityScore(),
        acceptedAt);
  }
}
