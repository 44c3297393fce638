package io.quantedge.contracts.outcome;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an evaluator must know of a slot before it folds the log (compacted topic {@code
 * slot-states}). Without it, a repeated opening of a slot that was decided before the committed
 * offset would open it again, and an auction that stays open for long would have to be folded from
 * its opening after every restart. Only evaluators write and read these.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SlotState.Decided.class, name = "DECIDED"),
  @JsonSubTypes.Type(value = SlotState.Late.class, name = "LATE"),
  @JsonSubTypes.Type(value = SlotState.Open.class, name = "OPEN"),
  @JsonSubTypes.Type(value = SlotState.Memory.class, name = "MEMORY")
})
public sealed interface SlotState {
  SlotId slotId();

  /** The record's key: what is written under the same key replaces what was there. */
  default String key() {
    return slotId().value();
  }

  /** The slot is decided, for good. All evaluators write the same bytes. */
  record Decided(SlotId slotId, AuctionOutcome outcome) implements SlotState {}

  /**
   * How many bids came behind the close marker of a decided slot. Each count has a key of its own,
   * so that an evaluator that lost the partition long ago cannot replace a later count by its own;
   * of several the one with the greatest offset holds.
   *
   * @param closeOffset where the slot was closed
   * @param late all bids behind the close marker so far
   * @param lateOffset up to where they are counted
   */
  record Late(SlotId slotId, long closeOffset, long late, long lateOffset) implements SlotState {
    @Override
    public String key() {
      return keyOf(slotId, lateOffset);
    }

    public static String keyOf(SlotId slotId, long lateOffset) {
      return slotId + "#late@" + lateOffset;
    }
  }

  /**
   * How far an open slot is: the fold of all its records before {@code nextOffset}, but for the
   * rows that stand in {@link Memory} chunks.
   *
   * @param openOffset where the slot was opened
   * @param lastOffset the slot's last record that is included
   * @param nextOffset the first offset of the partition that is not included
   * @param deadline to where the bids have extended the auction
   * @param accounts of how many accounts the best bid is kept
   * @param best the best bid of each of the best accounts, best first
   * @param chunks how many chunks of remembered bids belong to it, numbered from 0
   * @param tail the remembered bids behind those chunks, as in a chunk
   */
  record Open(
      SlotDefinition slot,
      long openOffset,
      long lastOffset,
      long nextOffset,
      Instant deadline,
      Tally total,
      SortedMap<Region, Tally> byRegion,
      int accounts,
      List<Bid> best,
      int chunks,
      String tail)
      implements SlotState {
    public Open {
      byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
      best = List.copyOf(best);
    }

    @Override
    public SlotId slotId() {
      return slot.slotId();
    }
  }

  /**
   * A fixed number of bids that an open slot remembers, in the order of the log. Rows never change
   * and a chunk is written only when it is full, so all evaluators write the same bytes under the
   * same key, and none can make a chunk poorer.
   *
   * @param chunk 0, 1, 2, …
   * @param rows base64 of the rows; the evaluator's domain knows their form
   */
  record Memory(SlotId slotId, int chunk, String rows) implements SlotState {
    @Override
    public String key() {
      return keyOf(slotId, chunk);
    }

    public static String keyOf(SlotId slotId, int chunk) {
      return slotId + "#" + chunk;
    }
  }
}
