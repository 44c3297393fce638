package io.quantedge.bench.evaluate;

import io.quantedge.bench.BidMaker;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What stands in a log that was written for a benchmark, so that a reader can be held to it.
 *
 * @param slots how many are open
 * @param bids all records of bids
 * @param repeats of these, those that repeat an earlier one
 * @param contradictions of these, those that have an earlier one's id and another price
 */
record WrittenLog(int slots, long bids, long repeats, long contradictions) {
  private static final long SEED = 42;
  private static final int MOST_SLOTS = 1_000;
  private static final int LEAST_BIDS_PER_SLOT = 10;
  private static final int ACCOUNTS = 500;
  private static final Duration OPEN = Duration.ofHours(12);

  /** Of a thousand records so many repeat, and so many contradict. */
  private static final int REPEATS = 10;

  private static final int CONTRADICTIONS = 5;
  private static final int THOUSAND = 1_000;

  /** Opens slots and writes so many bids for them, none of which closes. */
  static WrittenLog write(LogWriter log, int bids) throws Exception {
    int slots = Math.clamp(bids / LEAST_BIDS_PER_SLOT, 1, MOST_SLOTS);
    Instant now = Instant.now();
    for (int i = 0; i < slots; i++) {
      SlotId slotId = BidMaker.slotId(i);
      log.append(new SlotOpened(BidMaker.slot(slotId, now, now.plus(OPEN)), now));
    }
    WrittenLog written = new Script(slots).play(log, bids, now.plusMillis(1));
    log.flush();
    return written;
  }

  /** Openings included. */
  long records() {
    return slots + bids;
  }

  /** Chooses which bid comes next. */
  private static final class Script {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final BidMaker maker = new BidMaker(ACCOUNTS, random.split());
    private final List<Bid> recent = new ArrayList<>();
    private final int slots;
    private long repeats;
    private long contradictions;

    Script(int slots) {
      this.slots = slots;
    }

    WrittenLog play(LogWriter log, int bids, Instant from) {
      for (int i = 0; i < bids; i++) {
        log.append(new BidPlaced(next(from.plusNanos(1_000L * i))));
      }
      return new WrittenLog(slots, bids, repeats, contradictions);
    }

    private Bid next(Instant acceptedAt) {
      int dice = random.nextInt(THOUSAND);
      if (recent.size() == THOUSAND && dice < REPEATS) {
        repeats++;
        return recent.get(random.nextInt(THOUSAND));
      }
      if (recent.size() == THOUSAND && dice < REPEATS + CONTRADICTIONS) {
        contradictions++;
        return maker.contradiction(recent.get(random.nextInt(THOUSAND)));
      }
      Bid bid = maker.bid(BidMaker.slotId(random.nextInt(slots)), acceptedAt);
      if (recent.size() < THOUSAND) {
        recent.add(bid);
      } else {
        recent.set(random.nextInt(THOUSAND), bid);
      }
      return bid;
    }
  }
}
