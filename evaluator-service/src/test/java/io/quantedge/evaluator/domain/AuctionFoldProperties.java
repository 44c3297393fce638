package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.BidDigest;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class AuctionFoldProperties {
  private static final int AUCTIONS = 12_000;

  @Test
  void agreesWithAPlainOracleOnEveryRandomAuction() {
    int candidates = 0;
    int tiedAmounts = 0;
    int eagerWinners = 0;
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int seed = 0; seed < AUCTIONS; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      int accountsNamed = 1 + random.nextInt(4);
      List<Bid> records = randomRecords(slot, random);

      Oracle.Expected expected = Oracle.judge(slot, records, accountsNamed);
      AuctionOutcome outcome =
          Auctions.outcomeOf(slot, records, new FoldRules(accountsNamed, random.nextLong()));

      assertThat(outcome.candidates().stream().map(Candidate::bid))
          .as("ranking, seed %d", seed)
          .containsExactlyElementsOf(expected.candidates());
      assertThat(outcome.candidates().stream().map(c -> c.clearingPrice().units()))
          .as("prices, seed %d", seed)
          .containsExactlyElementsOf(expected.prices());
      assertThat(verdictsOf(outcome.total()))
          .as("verdicts, seed %d", seed)
          .isEqualTo(expected.verdicts());
      assertThat(outcome.digest())
          .as("digest, seed %d", seed)
          .isEqualTo(BidDigest.of(expected.counted()));
      candidates += outcome.candidates().size();
      tiedAmounts += hasTie(expected.candidates()) ? 1 : 0;
      eagerWinners += bidsOfTheWinner(expected) > 2 ? 1 : 0;
      expected.verdicts().forEach((verdict, n) -> verdicts.merge(verdict, n, Integer::sum));
    }
    assertThat(candidates).as("auctions worth the name").isGreaterThan(AUCTIONS);
    assertThat(tiedAmounts).as("ties must be among them").isGreaterThan(AUCTIONS / 50);
    assertThat(eagerWinners).as("winners with many bids").isGreaterThan(AUCTIONS / 20);
    assertThat(verdicts).as("bids of every verdict").hasSize(2 + RejectionReason.values().length);
  }

  @Test
  void softClosesAreExtendedAsThePlainOracleSaysInTheOrderOfTheLog() {
    int extended = 0;
    int tooLate = 0;
    for (int seed = 0; seed < 5_000; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSoftSlot("s", random);
      List<Bid> records = new ArrayList<>();
      for (int i = 0; i < random.nextInt(25); i++) {
        records.add(Auctions.randomLateBid(slot, random, random.nextInt(20)));
      }

      Oracle.Expected expected = Oracle.judge(slot, records, 3);
      AuctionOutcome outcome = Auctions.outcomeOf(slot, records);

      assertThat(outcome.deadline()).as("deadline, seed %d", seed).isEqualTo(expected.deadline());
      assertThat(outcome.extendedTo().isPresent())
          .as("extension, seed %d", seed)
          .isEqualTo(!expected.deadline().equals(slot.closesAt()));
      assertThat(outcome.deadline())
          .as("maximum, seed %d", seed)
          .isBeforeOrEqualTo(slot.latestDeadline());
      assertThat(verdictsOf(outcome.total()))
          .as("verdicts, seed %d", seed)
          .isEqualTo(expected.verdicts());
      assertThat(outcome.digest())
          .as("digest, seed %d", seed)
          .isEqualTo(BidDigest.of(expected.counted()));
      assertThat(outcome.candidates().stream().map(Candidate::bid))
          .as("ranking, seed %d", seed)
          .containsExactlyElementsOf(expected.candidates());
      extended += outcome.extendedTo().isPresent() ? 1 : 0;
      tooLate += expected.verdicts().getOrDefault("AFTER_CLOSING", 0);
    }
    assertThat(extended).as("auctions that bids extended").isGreaterThan(1_000);
    assertThat(tooLate).as("bids after the deadline").isGreaterThan(2_000);
  }

  @Test
  void winnerPriceAndDigestDependOnTheSetOfBidsOnly() {
    for (int seed = 0; seed < 1_500; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      List<Bid> bids = distinctBids(slot, random, 1 + random.nextInt(20));
      AuctionOutcome reference = Auctions.outcomeOf(slot, bids);

      List<Bid> repeatedAndShuffled = new ArrayList<>(bids);
      bids.forEach(bid -> repeatedAndShuffled.addAll(Collections.nCopies(random.nextInt(3), bid)));
      Collections.shuffle(repeatedAndShuffled, random);
      AuctionOutcome outcome = Auctions.outcomeOf(slot, repeatedAndShuffled);

      assertThat(outcome.candidates()).as("seed %d", seed).isEqualTo(reference.candidates());
      assertThat(outcome.digest()).as("seed %d", seed).isEqualTo(reference.digest());
      assertThat(outcome.total().counted())
          .as("seed %d", seed)
          .isEqualTo(reference.total().counted());
    }
  }

  @Test
  void anySplitOfTheBidsOverNodesGivesTheSameWinnerPriceAndDigest() {
    for (int seed = 0; seed < 1_500; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      List<Bid> bids = distinctBids(slot, random, 1 + random.nextInt(20));
      AuctionOutcome reference = Auctions.outcomeOf(slot, bids);

      List<Deque<Bid>> nodes = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(4); i++) {
        nodes.add(new ArrayDeque<>());
      }
      for (Bid bid : bids) {
        // Some bids reach the log over two nodes.
        Collections.shuffle(nodes, random);
        nodes.get(0).add(bid);
        if (random.nextInt(4) == 0) {
          nodes.get(1).add(bid);
        }
      }
      AuctionOutcome outcome = Auctions.outcomeOf(slot, interleaved(nodes, random));

      assertThat(outcome.candidates()).as("seed %d", seed).isEqualTo(reference.candidates());
      assertThat(outcome.digest()).as("seed %d", seed).isEqualTo(reference.digest());
    }
  }

  @Test
  void isExactAtTheExtremesOfMoney() {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot =
          Auctions.slot(
              "s",
              PricingRule.SECOND_PRICE,
              RankingRule.values()[random.nextInt(2)],
              1 + random.nextInt(3),
              random.nextBoolean() ? random.nextInt(3) : Money.MAX_UNITS);
      List<Bid> bids = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        long units =
            random.nextInt(4) == 0 ? 1 + random.nextInt(9) : Money.MAX_UNITS - random.nextInt(3);
        int quality = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 10_000 - random.nextInt(2);
        bids.add(Auctions.bid(slot, i, "account-" + i % 4, units, quality, Auctions.OPENS));
      }

      Oracle.Expected expected = Oracle.judge(slot, bids, 3);
      AuctionOutcome outcome = Auctions.outcomeOf(slot, bids);

      assertThat(outcome.candidates().stream().map(Candidate::bid))
          .as("ranking, seed %d", seed)
          .containsExactlyElementsOf(expected.candidates());
      assertThat(outcome.candidates().stream().map(c -> c.clearingPrice().units()))
          .as("prices, seed %d", seed)
          .containsExactlyElementsOf(expected.prices());
    }
  }

  @Test
  void secondPriceIsMadeByAnotherAccountAndNeverByTheWinnersOwnBids() {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.slot("s", PricingRule.SECOND_PRICE, RankingRule.PRICE, 5, 1);
      List<Bid> bids = new ArrayList<>();
      bids.add(Auctions.bid(slot, 0, "rival", 20));
      for (int i = 1; i <= 10; i++) {
        bids.add(Auctions.bid(slot, i, "eager", 30 + random.nextInt(50)));
      }
      Collections.shuffle(bids, random);

      AuctionOutcome outcome = Auctions.outcomeOf(slot, bids);

      Candidate winner = outcome.candidates().getFirst();
      assertThat(winner.bid().accountId().value()).as("seed %d", seed).isEqualTo("eager");
      // At 20 the rival's senior id wins the tie, so 21; plus the increment of 1.
      assertThat(winner.clearingPrice().units()).as("seed %d", seed).isEqualTo(22);
    }
  }

  @Test
  void everyRecordIsTalliedOnceInTotalAndByRegion() {
    for (int seed = 0; seed < 1_000; seed++) {
      Random random = new Random(seed);
      SlotDefinition slot = Auctions.randomSlot("s", random);
      List<Bid> records = randomRecords(slot, random);

      AuctionOutcome outcome = Auctions.outcomeOf(slot, records);

      Tally total = outcome.total();
      assertThat(total.received()).as("seed %d", seed).isEqualTo(records.size());
      assertThat(total.counted() + total.duplicate() + total.rejectedTotal())
          .as("seed %d", seed)
          .isEqualTo(records.size());
      Map<String, Integer> sumOfRegions = new TreeMap<>();
      outcome
          .byRegion()
          .values()
          .forEach(tally ->
              verdictsOf(tally).forEach((name, n) -> sumOfRegions.merge(name, n, Integer::sum)));
      assertThat(sumOfRegions).as("seed %d", seed).isEqualTo(verdictsOf(total));
    }
  }

  /** Bids with repeats, late repeats and repeats of another content among them. */
  private static List<Bid> randomRecords(SlotDefinition slot, Random random) {
    List<Bid> records = new ArrayList<>(distinctBids(slot, random, random.nextInt(15)));
    int repeats = records.isEmpty() ? 0 : random.nextInt(6);
    for (int i = 0; i < repeats; i++) {
      Bid bid = records.get(random.nextInt(records.size()));
      Bid repeat =
          switch (random.nextInt(3)) {
            case 0 -> bid;
            case 1 -> Auctions.withAcceptedAt(bid, bid.acceptedAt().plusMillis(5));
            default -> Auctions.withPrice(bid, Money.ofUnits(1 + random.nextInt(60), "USD"));
          };
      records.add(random.nextInt(records.size() + 1), repeat);
    }
    return records;
  }

  /** One log out of what the nodes append, each in its own order. */
  private static List<Bid> interleaved(List<Deque<Bid>> nodes, Random random) {
    List<Bid> log = new ArrayList<>();
    while (nodes.stream().anyMatch(node -> !node.isEmpty())) {
      Optional.ofNullable(nodes.get(random.nextInt(nodes.size())).poll()).ifPresent(log::add);
    }
    return log;
  }

  private static List<Bid> distinctBids(SlotDefinition slot, Random random, int count) {
    List<Bid> bids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bids.add(Auctions.randomBid(slot, random, i));
    }
    Collections.shuffle(bids, random);
    return bids;
  }

  private static long bidsOfTheWinner(Oracle.Expected expected) {
    return expected.candidates().stream()
        .limit(1)
        .flatMap(winner ->
            expected.counted().stream().filter(bid -> bid.accountId().equals(winner.accountId())))
        .count();
  }

  private static boolean hasTie(List<Bid> bids) {
    return bids.stream().map(bid -> bid.price().units()).distinct().count() < bids.size();
  }

  private static Map<String, Integer> verdictsOf(Tally tally) {
    Map<String, Integer> verdicts = new TreeMap<>();
    verdicts.put("COUNTED", (int) tally.counted());
    verdicts.put("DUPLICATE", (int) tally.duplicate());
    tally
        .rejected()
        .forEach((RejectionReason reason, Long n) -> verdicts.put(reason.name(), n.intValue()));
    verdicts.values().removeIf(n -> n == 0);
    return verdicts;
  }
}
