package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds the log into writes of the bid store so that the first record of a bid wins there too.
 * Batched writes cannot be conditional, so the fold remembers the ids of the bids of each open slot
 * and passes repeats over. It also watches how fast each slot's bids come, and gives a hot slot
 * more shards.
 *
 * <p>What survives a crash is two numbers per partition ({@link Progress}): where to read again
 * from (the opening of the oldest slot whose bids are remembered) and up to where bids are written.
 * A new owner reads again from the first, only remembering ids until the second, and then writes.
 *
 * <p>Bounded: with too many ids those of the largest slots are forgotten. The bids of such a slot,
 * like those behind the close marker, are {@link StorePlan#doubtful}: slower to write, and as
 * exact.
 *
 * <p>Not thread-safe: one writer owns it.
 */
public final class StoreFold {
  private static final int KEEP_NUMERATOR = 3;
  private static final int KEEP_DENOMINATOR = 4;

  private final int maxRememberedBids;
  private final ShardRules shardRules;

  /** By partition; in the order of their openings. */
  private final Map<Integer, LinkedHashMap<SlotId, RememberedSlot>> slots = new HashMap<>();

  private final Map<Integer, Progress> progress = new HashMap<>();
  private final Map<SlotId, Integer> hotSlots = new HashMap<>();
  private int rememberedBids;

  /**
   * How far a partition is.
   *
   * @param resumeOffset from where a new owner must read
   * @param writtenOffset everything before it is in the store
   */
  public record Progress(long resumeOffset, long writtenOffset) {}

  /**
   * @param maxRememberedBids how many bid ids are held, 21 to 43 bytes each
   */
  public StoreFold(int maxRememberedBids, ShardRules shardRules) {
    this.maxRememberedBids = maxRememberedBids;
    this.shardRules = shardRules;
  }

  /** Begins (or begins again) with a partition, from what its last owner left. */
  public void assign(int partition, Progress left) {
    revoke(partition);
    progress.put(partition, left);
  }

  /** Forgets all about a partition. */
  public void revoke(int partition) {
    progress.remove(partition);
    List.copyOf(slotsOf(partition).keySet()).forEach(slotId -> remove(partition, slotId));
    slots.remove(partition);
  }

  /** Whether an opening of this slot would have no effect, because it is open already. */
  public boolean remembers(int partition, SlotId slotId) {
    return slotsOf(partition).containsKey(slotId);
  }

  /** How many bid ids are held. */
  public int rememberedBids() {
    return rememberedBids;
  }

  /** How many open slots have more than one shard. */
  public int hotSlots() {
    return hotSlots.size();
  }

  /** The most shards that an open slot has. */
  public int maxShards() {
    return hotSlots.values().stream().reduce(1, Math::max);
  }

  /** How far each partition is once the plans made so far are carried out. */
  public Map<Integer, Progress> progress() {
    return Map.copyOf(progress);
  }

  /**
   * Plans what a batch does to the store.
   *
   * @param firstOpenings the slots that were really opened for the first time in this batch, as the
   *     store says, by the position of that opening
   */
  public StorePlan plan(LogBatch batch, Map<LogPosition, SlotShards> firstOpenings) {
    Planner planner = new Planner(firstOpenings);
    batch.records().forEach(planner::add);
    batch.nextOffsets().forEach(this::advance);
    return planner.plan();
  }

  private void advance(int partition, long nextOffset) {
    long resume =
        slotsOf(partition).values().stream()
            .filter(RememberedSlot::knowsItsBids)
            .findFirst()
            .map(oldest -> oldest.opening().offset())
            .orElse(nextOffset);
    progress.put(partition, new Progress(resume, Math.max(written(partition), nextOffset)));
  }

  private Map<SlotId, RememberedSlot> slotsOf(int partition) {
    return slots.computeIfAbsent(partition, number -> new LinkedHashMap<>());
  }

  private long written(int partition) {
    Progress left = progress.get(partition);
    return left == null ? 0 : left.writtenOffset();
  }

  private void remove(int partition, SlotId slotId) {
    RememberedSlot slot = slotsOf(partition).remove(slotId);
    if (slot != null) {
      rememberedBids -= slot.rememberedBids();
      hotSlots.remove(slotId);
    }
  }

  private void forgetLargestSlots() {
    long keep = (long) maxRememberedBids * KEEP_NUMERATOR / KEEP_DENOMINATOR;
    List<RememberedSlot> largestFirst =
        slots.values().stream()
            .flatMap(ofPartition -> ofPartition.values().stream())
            .filter(RememberedSlot::knowsItsBids)
            .sorted(Comparator.comparingInt(slot -> -slot.rememberedBids()))
            .toList();
    for (RememberedSlot slot : largestFirst) {
      if (rememberedBids <= keep) {
        return;
      }
      rememberedBids -= slot.rememberedBids();
      slot.forgetBids();
    }
  }

  /** Collects the writes of one batch, record by record. */
  private final class Planner {
    private final Map<LogPosition, SlotShards> firstOpenings;
    private final Map<SlotId, StorePlan.SlotGrowth> growths = new LinkedHashMap<>();
    private final List<BidRow> puts = new ArrayList<>();
    private final List<StorePlan.DoubtfulBid> doubtful = new ArrayList<>();
    private final List<StorePlan.SlotClose> closes = new ArrayList<>();
    private int repeats;

    Planner(Map<LogPosition, SlotShards> firstOpenings) {
      this.firstOpenings = firstOpenings;
    }

    void add(LogRecord logRecord) {
      switch (logRecord.event()) {
        case AuctionEvent.SlotOpened opened -> open(opened, logRecord.position());
        case AuctionEvent.BidPlaced placed -> place(placed.bid(), logRecord.position());
        case AuctionEvent.CloseMarked marked -> {
          remove(logRecord.position().partition(), marked.slotId());
          closes.add(new StorePlan.SlotClose(marked.slotId(), logRecord.position()));
        }
      }
    }

    private void open(AuctionEvent.SlotOpened opened, LogPosition position) {
      SlotShards shards = firstOpenings.get(position);
      if (shards != null) {
        slotsOf(position.partition())
            .putIfAbsent(
                opened.slotId(),
                new RememberedSlot(position, opened.slot().latestDeadline(), shards));
        noteShards(opened.slotId(), shards);
      }
    }

    private void place(Bid bid, LogPosition position) {
      boolean unwritten = position.offset() >= written(position.partition());
      RememberedSlot slot = slotsOf(position.partition()).get(bid.slotId());
      if (slot != null) {
        slot.observe(bid, position, unwritten, shardRules)
            .ifPresent(shards -> grow(bid.slotId(), slot.opening(), shards));
      }
      if (slot == null || !slot.knowsItsBids()) {
        if (unwritten) {
          doubtful.add(new StorePlan.DoubtfulBid(bid, position));
        }
      } else if (!slot.addFirst(bid)) {
        repeats += unwritten ? 1 : 0;
      } else {
        rememberedBids++;
        if (unwritten) {
          puts.add(slot.row(bid, position));
        }
        if (rememberedBids > maxRememberedBids) {
          forgetLargestSlots();
        }
      }
    }

    private void grow(SlotId slotId, LogPosition opening, SlotShards shards) {
      growths.put(slotId, new StorePlan.SlotGrowth(slotId, opening, shards.history()));
      noteShards(slotId, shards);
    }

    private void noteShards(SlotId slotId, SlotShards shards) {
      if (shards.history().latest() > 1) {
        hotSlots.put(slotId, shards.history().latest());
      }
    }

    StorePlan plan() {
      return new StorePlan(List.copyOf(growths.values()), puts, doubtful, closes, repeats);
    }
  }
}
