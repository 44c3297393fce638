package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What evaluators before have saved of a partition's slots. Several of them may have written, even
 * at once and even long after they lost the partition; so of what is read the most advanced is
 * kept, not the last: a decision stands for good, and a later count includes an earlier one. Not
 * thread-safe.
 */
public final class SavedSlots {
  private static final String LATE = "late@";

  private final Instant outcomesSince;
  private final Map<SlotId, Decision> decided = new HashMap<>();
  private final Map<SlotId, NavigableMap<Long, SlotState.Late>> late = new HashMap<>();
  private final Map<SlotId, SlotState.Open> open = new HashMap<>();
  private final Map<SlotId, SortedMap<Integer, long[]>> chunks = new HashMap<>();

  /**
   * @param outcomesSince outcomes that were saved before are too old to be kept in memory
   */
  public SavedSlots(Instant outcomesSince) {
    this.outcomesSince = outcomesSince;
  }

  /**
   * A slot that is decided.
   *
   * @param outcome absent if it is too old
   * @param decidedAt when the decision was saved
   */
  public record Decision(
      SlotId slotId, long closeOffset, Optional<AuctionOutcome> outcome, Instant decidedAt) {}

  /**
   * Takes one state in, in the order in which they were written.
   *
   * @param savedAt when it was written
   * @throws IllegalArgumentException if a chunk's rows cannot be read
   */
  public void add(SlotState state, Instant savedAt) {
    SlotId slotId = state.slotId();
    switch (state) {
      case SlotState.Decided(var id, AuctionOutcome outcome) -> {
        Optional<AuctionOutcome> kept =
            Optional.of(outcome).filter(now -> !savedAt.isBefore(outcomesSince));
        decided.put(id, new Decision(id, outcome.closeOffset(), kept, savedAt));
        open.remove(id);
      }
      case SlotState.Late now ->
          late.computeIfAbsent(slotId, none -> new TreeMap<>()).put(now.lateOffset(), now);
      case SlotState.Open now -> {
        if (!decided.containsKey(slotId)) {
          open.merge(slotId, now, (a, b) -> b.nextOffset() >= a.nextOffset() ? b : a);
        }
      }
      case SlotState.Memory(var id, int chunk, String rows) ->
          chunks.computeIfAbsent(id, none -> new TreeMap<>()).put(chunk, BidRows.decoded(rows));
    }
  }

  /** Takes back what was written under a key. */
  public void erase(String key) {
    int mark = key.indexOf('#');
    SlotId slotId = new SlotId(mark < 0 ? key : key.substring(0, mark));
    if (mark < 0) {
      decided.remove(slotId);
      open.remove(slotId);
    } else if (key.startsWith(LATE, mark + 1)) {
      remove(late, slotId, Long.parseLong(key.substring(mark + 1 + LATE.length())));
    } else {
      remove(chunks, slotId, Integer.parseInt(key.substring(mark + 1)));
    }
  }

  /** The decided slots, the oldest first. */
  public List<Decision> decided() {
    return decided.values().stream().sorted(Comparator.comparing(Decision::decidedAt)).toList();
  }

  /** The late bids of a decided slot as far as they are known; absent if there are none. */
  public Optional<SlotState.Late> lateOf(Decision slot) {
    NavigableMap<Long, SlotState.Late> counts = late.get(slot.slotId());
    return counts == null || counts.isEmpty()
        ? Optional.empty()
        : Optional.of(counts.lastEntry().getValue())
            .filter(best -> best.closeOffset() == slot.closeOffset());
  }

  /** Keys of counts of late bids that a later count has made useless. */
  public List<String> outdatedKeys() {
    return late.values().stream()
        .filter(counts -> !counts.isEmpty())
        .flatMap(counts -> counts.headMap(counts.lastKey(), false).values().stream())
        .map(SlotState.Late::key)
        .toList();
  }

  /** The slots that are open, as far as their folds were saved. */
  List<SlotState.Open> open() {
    return List.copyOf(open.values());
  }

  /** The bids that an open slot remembers; absent if some of its chunks are not there. */
  Optional<BidRows> rowsOf(SlotState.Open head) {
    SortedMap<Integer, long[]> known = chunks.getOrDefault(head.slotId(), new TreeMap<>());
    List<long[]> full = new ArrayList<>(head.chunks());
    for (int i = 0; i < head.chunks(); i++) {
      long[] chunk = known.get(i);
      if (chunk == null || !BidRows.isFull(chunk)) {
        return Optional.empty();
      }
      full.add(chunk);
    }
    return Optional.of(BidRows.of(full, head.tail()));
  }

  /** For each slot with chunks the number of the first that was never written. */
  public Map<SlotId, Integer> chunkCounts() {
    Map<SlotId, Integer> counts = new HashMap<>();
    chunks.forEach((slotId, known) -> {
      if (!known.isEmpty()) {
        counts.put(slotId, known.lastKey() + 1);
      }
    });
    return counts;
  }

  private static <K> void remove(
      Map<SlotId, ? extends SortedMap<K, ?>> bySlot, SlotId slotId, K key) {
    SortedMap<K, ?> known = bySlot.get(slotId);
    if (known != null) {
      known.remove(key);
    }
  }
}
