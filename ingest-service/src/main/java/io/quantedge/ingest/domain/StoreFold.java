package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Folds the log into writes of the bid store so that the first record of a bid wins there too.
 * Batched writes cannot be conditional, so the fold remembers the ids of the bids of each open slot
 * and passes repeats over.
 *
 * <p>What survives a crash is two numbers per partition ({@link Progress}): where to read again
 * from (the opening of the oldest slot that is remembered) and up to where bids are written. A new
 * owner reads again from the first, only remembering ids until the second, and then writes.
 *
 * <p>Bounded: with too many ids the largest slots are forgotten. The bids of a forgotten slot, like
 * those behind the close marker, are {@link StorePlan#doubtful}: slower to write, and as exact.
 *
 * <p>Not thread-safe: one writer owns it.
 */
public final class StoreFold {
  private static final int KEEP_NUMERATOR = 3;
  private static final int KEEP_DENOMINATOR = 4;

  private final int maxRememberedBids;
  private final Map<SlotId, RememberedSlot> slots = new HashMap<>();
  private final Map<Integer, Progress> progress = new HashMap<>();
  private int rememberedBids;

  private record RememberedSlot(LogPosition opening, Instant closesAt, Set<UUID> bidIds) {}

  /**
   * How far a partition is.
   *
   * @param resumeOffset from where a new owner must read
   * @param writtenOffset everything before it is in the store
   */
  public record Progress(long resumeOffset, long writtenOffset) {}

  /**
   * @param maxRememberedBids how many bid ids are held, about 75 bytes each
   */
  public StoreFold(int maxRememberedBids) {
    this.maxRememberedBids = maxRememberedBids;
  }

  /** Begins (or begins again) with a partition, from what its last owner left. */
  public void assign(int partition, Progress left) {
    revoke(partition);
    progress.put(partition, left);
  }

  /** Forgets all about a partition. */
  public void revoke(int partition) {
    progress.remove(partition);
    slots.values().removeIf(slot -> slot.opening().partition() == partition);
    rememberedBids = slots.values().stream().mapToInt(slot -> slot.bidIds().size()).sum();
  }

  /** Whether an opening of this slot would have no effect, because it is open already. */
  public boolean remembers(SlotId slotId) {
    return slots.containsKey(slotId);
  }

  /** How many bid ids are held. */
  public int rememberedBids() {
    return rememberedBids;
  }

  /** How far each partition is once the plans made so far are carried out. */
  public Map<Integer, Progress> progress() {
    return Map.copyOf(progress);
  }

  /**
   * Plans what a batch does to the store.
   *
   * @param firstOpenings the positions in this batch at which a slot was really opened for the
   *     first time, as the store says
   */
  public StorePlan plan(LogBatch batch, Set<LogPosition> firstOpenings) {
    Planner planner = new Planner(firstOpenings);
    batch.records().forEach(planner::add);
    batch.nextOffsets().forEach(this::advance);
    return planner.plan();
  }

  private void advance(int partition, long nextOffset) {
    long resume =
        slots.values().stream()
            .filter(slot -> slot.opening().partition() == partition)
            .mapToLong(slot -> slot.opening().offset())
            .reduce(nextOffset, Math::min);
    progress.put(partition, new Progress(resume, Math.max(written(partition), nextOffset)));
  }

  private long written(int partition) {
    Progress left = progress.get(partition);
    return left == null ? 0 : left.writtenOffset();
  }

  private void forget(SlotId slotId) {
    RememberedSlot slot = slots.remove(slotId);
    if (slot != null) {
      rememberedBids -= slot.bidIds().size();
    }
  }

  private void forgetLargestSlots() {
    long keep = (long) maxRememberedBids * KEEP_NUMERATOR / KEEP_DENOMINATOR;
    List<SlotId> largestFirst =
        slots.entrySet().stream()
            .sorted(
                Comparator.comparingInt(
                    (Map.Entry<SlotId, RememberedSlot> e) -> -e.getValue().bidIds().size()))
            .map(Map.Entry::getKey)
            .toList();
    for (SlotId slotId : largestFirst) {
      if (rememberedBids <= keep) {
        return;
      }
      forget(slotId);
    }
  }

  /** Collects the writes of one batch, record by record. */
  private final class Planner {
    private final Set<LogPosition> firstOpenings;
    private final List<BidRow> puts = new ArrayList<>();
    private final List<StorePlan.DoubtfulBid> doubtful = new ArrayList<>();
    private final List<StorePlan.SlotClose> closes = new ArrayList<>();
    private int repeats;

    Planner(Set<LogPosition> firstOpenings) {
      this.firstOpenings = firstOpenings;
    }

    void add(LogRecord logRecord) {
      switch (logRecord.event()) {
        case AuctionEvent.SlotOpened opened -> open(opened, logRecord.position());
        case AuctionEvent.BidPlaced placed -> place(placed.bid(), logRecord.position());
        case AuctionEvent.CloseMarked marked -> {
          forget(marked.slotId());
          closes.add(new StorePlan.SlotClose(marked.slotId(), logRecord.position()));
        }
      }
    }

    private void open(AuctionEvent.SlotOpened opened, LogPosition position) {
      if (firstOpenings.contains(position)) {
        slots.putIfAbsent(
            opened.slotId(),
            new RememberedSlot(position, opened.slot().closesAt(), new HashSet<>()));
      }
    }

    private void place(Bid bid, LogPosition position) {
      boolean unwritten = position.offset() >= written(position.partition());
      RememberedSlot slot = slots.get(bid.slotId());
      if (slot == null) {
        if (unwritten) {
          doubtful.add(new StorePlan.DoubtfulBid(bid, position));
        }
      } else if (!slot.bidIds().add(bid.bidId().value())) {
        repeats += unwritten ? 1 : 0;
      } else {
        rememberedBids++;
        if (unwritten) {
          puts.add(new BidRow(bid, position, slot.closesAt()));
        }
        if (rememberedBids > maxRememberedBids) {
          forgetLargestSlots();
        }
      }
    }

    StorePlan plan() {
      return new StorePlan(puts, doubtful, closes, repeats);
    }
  }
}
