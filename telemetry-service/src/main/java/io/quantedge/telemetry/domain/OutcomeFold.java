package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts how auctions ended. An outcome that is sent twice is the same outcome, so the first one of
 * a slot holds. Not thread-safe.
 */
final class OutcomeFold {
  private final RecentMap<SlotId, Decision> slots;
  private final TreeMap<Region, Long> winsByRegion = new TreeMap<>();
  private long awarded;
  private long unsold;
  private @Nullable Instant newestAt;

  OutcomeFold(Limits limits) {
    this.slots = new RecentMap<>(limits.slots(), limits.remembered());
  }

  /**
   * What is worth keeping of an outcome.
   *
   * @param winner absent if the slot is unsold
   */
  record Decision(SlotDefinition slot, Optional<Candidate> winner, Instant closedAt) {}

  /**
   * @return whether the outcome is new
   */
  boolean apply(AuctionOutcome outcome) {
    SlotId slotId = outcome.slot().slotId();
    if (slots.knows(slotId)) {
      return false;
    }
    Decision decision = new Decision(outcome.slot(), outcome.winner(), outcome.closedAt());
    slots.put(slotId, decision, true);
    newestAt = Instants.later(newestAt, decision.closedAt());
    decision
        .winner()
        .ifPresentOrElse(
            winner -> {
              awarded++;
              winsByRegion.merge(winner.bid().region(), 1L, Long::sum);
            },
            () -> unsold++);
    return true;
  }

  boolean knows(SlotId slotId) {
    return slots.knows(slotId);
  }

  Optional<Decision> of(SlotId slotId) {
    return slots.get(slotId);
  }

  Stream<Decision> kept() {
    return slots.all();
  }

  long awarded() {
    return awarded;
  }

  long unsold() {
    return unsold;
  }

  SortedMap<Region, Long> winsByRegion() {
    return new TreeMap<>(winsByRegion);
  }

  RecentMap<SlotId, Decision> slots() {
    return slots;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
