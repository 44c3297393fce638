package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Crashes at every point of random logs; whoever goes on must say the same. */
final class PartitionFoldProperties {
  @Test
  void everyCrashPointLeadsToTheSameOutcomesByteForByte() {
    int crashes = 0;
    int refolded = 0;
    for (int seed = 0; seed < 60; seed++) {
      List<AuctionEvent> log = randomLog(new Random(seed));
      Map<SlotId, String> expected = new HashMap<>();
      new Life(log, 0, 0, Map.of(), new Random(0)).runTo(log.size(), expected);

      for (int crashAt = 0; crashAt <= log.size(); crashAt++) {
        String run = "seed " + seed + ", crash at " + crashAt;
        Random acknowledgements = new Random(31L * seed + crashAt);
        Map<SlotId, String> told = new HashMap<>();
        Life first = new Life(log, 0, 0, Map.of(), acknowledgements);
        first.runTo(crashAt, told);
        Life second =
            new Life(log, first.fold.committableOffset(), 1, first.remembered, acknowledgements);
        second.runTo(log.size(), told);

        assertThat(told).as(run).isEqualTo(expected);
        assertThat(second.openedAgain).as(run).isEmpty();
        crashes++;
        refolded += second.closed;
      }
    }
    assertThat(crashes).isGreaterThan(3_000);
    assertThat(refolded).as("slots closed by the second owner").isGreaterThan(1_000);
  }

  /** One owner of the partition; what it tells, and what it knows to be remembered. */
  private static final class Life {
    private final List<AuctionEvent> log;
    private final PartitionFold fold;
    private final Map<SlotId, AuctionOutcome> remembered = new HashMap<>();
    private final List<SlotId> openedAgain = new ArrayList<>();
    private final List<AuctionOutcome> unacknowledged = new ArrayList<>();
    private final Random acknowledgements;
    private int closed;

    Life(
        List<AuctionEvent> log,
        long start,
        long memorySeed,
        Map<SlotId, AuctionOutcome> decided,
        Random acknowledgements) {
      this.log = log;
      this.fold = new PartitionFold(0, start, new FoldRules(3, memorySeed));
      this.acknowledgements = acknowledgements;
      remembered.putAll(decided);
      decided.values().forEach(fold::restore);
    }

    void runTo(int end, Map<SlotId, String> told) {
      for (long offset = fold.nextOffset(); offset < end; offset++) {
        long before = fold.committableOffset();
        switch (fold.apply(log.get((int) offset), offset)) {
          case FoldEffect.Opened(SlotDefinition slot) when remembered.containsKey(slot.slotId()) ->
              openedAgain.add(slot.slotId());
          case FoldEffect.Closed(AuctionOutcome outcome) -> {
            closed++;
            String bytes = new String(EventCodec.OUTCOME.encode(outcome), StandardCharsets.UTF_8);
            String earlier = told.putIfAbsent(outcome.slot().slotId(), bytes);
            assertThat(earlier).isIn(null, bytes);
            unacknowledged.add(outcome);
          }
          default -> {}
        }
        acknowledgeSome();
        assertThat(fold.committableOffset()).isGreaterThanOrEqualTo(before);
      }
    }

    /** In any order and at any time, as a broker answers. */
    private void acknowledgeSome() {
      while (!unacknowledged.isEmpty() && acknowledgements.nextInt(3) == 0) {
        AuctionOutcome outcome =
            unacknowledged.remove(acknowledgements.nextInt(unacknowledged.size()));
        remembered.put(outcome.slot().slotId(), outcome);
        fold.markDecided(outcome);
      }
    }
  }

  /** Some slots side by side, with repeated openings and markers, stray and late bids. */
  private static List<AuctionEvent> randomLog(Random random) {
    List<SlotDefinition> slots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      slots.add(Auctions.randomSlot("slot-" + i, random));
    }
    List<AuctionEvent> log = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      SlotDefinition slot = slots.get(random.nextInt(slots.size()));
      Bid bid = Auctions.randomBid(slot, random, random.nextInt(25));
      log.add(
          switch (random.nextInt(10)) {
            case 0, 1 -> Auctions.opened(slot);
            case 2 -> Auctions.marker(slot);
            default -> Auctions.placed(bid);
          });
    }
    return log;
  }
}
