package io.quantedge.contracts.outcome;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.traffic.Tally;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What evaluation decided for a slot (topics {@code auction-outcomes} and {@code slot-states}). It
 * is a pure function of the slot's records up to the first close marker: every evaluator that reads
 * them produces the same bytes, so an outcome that is sent twice is the same outcome.
 *
 * @param candidates the best bid of each of the best accounts, best first; empty if the slot is
 *     unsold
 * @param total bids received before the marker and what became of them
 * @param byRegion the same for each region
 * @param partition the log partition of the slot
 * @param openOffset where the slot was opened
 * @param lastOffset the slot's last record before the marker
 * @param closeOffset the first close marker: a receipt with a lower offset was taken in time
 * @param closedAt the marker's time
 * @param digest 64 hexadecimal digits, see {@link BidDigest}
 * @param extendedTo the deadline to which bids extended the auction, absent if none did
 */
public record AuctionOutcome(
    SlotDefinition slot,
    List<Candidate> candidates,
    Tally total,
    SortedMap<Region, Tally> byRegion,
    int partition,
    long openOffset,
    long lastOffset,
    long closeOffset,
    CloseCause closeCause,
    Instant closedAt,
    String digest,
    Optional<Instant> extendedTo) {
  public AuctionOutcome {
    candidates = List.copyOf(candidates);
    byRegion = Collections.unmodifiableSortedMap(new TreeMap<>(byRegion));
  }

  /** An outcome of an auction that nobody extended. */
  public AuctionOutcome(
      SlotDefinition slot,
      List<Candidate> candidates,
      Tally total,
      SortedMap<Region, Tally> byRegion,
      int partition,
      long openOffset,
      long lastOffset,
      long closeOffset,
      CloseCause closeCause,
      Instant closedAt,
      String digest) {
    this(
        slot,
        candidates,
        total,
        byRegion,
        partition,
        openOffset,
        lastOffset,
        closeOffset,
        closeCause,
        closedAt,
        digest,
        Optional.empty());
  }

  /** The last instant at which a bid was in time. */
  public Instant deadline() {
    return extendedTo.orElse(slot.closesAt());
  }

  /** {@code AWARDED} with a winner, {@code UNSOLD} without. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public State state() {
    return candidates.isEmpty() ? State.UNSOLD : State.AWARDED;
  }

  /** The best candidate, if there was any valid bid. */
  public Optional<Candidate> winner() {
    return candidates.stream().findFirst();
  }

  /** How an auction ended. */
  public enum State {
    AWARDED,
    UNSOLD
  }
}
