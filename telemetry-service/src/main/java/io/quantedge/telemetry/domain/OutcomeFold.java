package io.quantedge.telemetry.domain;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.Candidate;
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
  private final TreeMap<String, Long> winsByRegion = new TreeMap<>();
  private long awarded;
  private long unsold;
  private StoredSums summedUp = StoredSums.NONE;
  private @Nullable Instant oldestAt;
  private @Nullable Instant newestAt;

  OutcomeFold(Limits limits) {
    this.slots = new RecentMap<>(limits.slots(), limits.remembered());
  }

  /**
   * What is worth keeping of an outcome.
   *
   * @param name what people call the slot
   * @param winner absent if the slot is unsold
   * @param recordedAt the time of its record on the topic; absent if the truth store told of it
   */
  record Decision(
      SlotId slotId,
      String name,
      Optional<Winner> winner,
      Instant closedAt,
      Optional<Instant> recordedAt) {}

  /** Who takes a slot at which price. */
  record Winner(String region, String account, Money price) {
    static Winner of(Candidate candidate) {
      return new Winner(
          candidate.bid().region().name(),
          candidate.bid().accountId().value(),
          candidate.clearingPrice());
    }
  }

  /**
   * @param recordedAt the time of its record
   * @return what is new; empty if it was known, or is among what the truth store summed up
   */
  Optional<Decision> apply(AuctionOutcome outcome, Instant recordedAt) {
    SlotId slotId = outcome.slot().slotId();
    if (slots.knows(slotId) || outcome.closedAt().isBefore(summedUp.before())) {
      return Optional.empty();
    }
    Decision decision =
        new Decision(
            slotId,
            outcome.slot().name(),
            outcome.winner().map(Winner::of),
            outcome.closedAt(),
            Optional.of(recordedAt));
    count(decision);
    oldestAt = Instants.earlier(oldestAt, decision.closedAt());
    slots.put(slotId, decision, true);
    return Optional.of(decision);
  }

  /** A slot of which the topic may not tell any more. */
  Optional<Decision> complete(StoredSlot stored) {
    if (slots.knows(stored.slotId())) {
      return Optional.empty();
    }
    Decision decision = stored.decision();
    count(decision);
    slots.putOld(decision.slotId(), decision, true);
    return Optional.of(decision);
  }

  /** Sums in the place of former ones: what was decided before all that is known one by one. */
  void complete(StoredSums sums) {
    summedUp = sums;
  }

  private void count(Decision decision) {
    newestAt = Instants.later(newestAt, decision.closedAt());
    decision
        .winner()
        .ifPresentOrElse(
            winner -> {
              awarded++;
              winsByRegion.merge(winner.region(), 1L, Long::sum);
            },
            () -> unsold++);
  }

  boolean knows(SlotId slotId) {
    return slots.knows(slotId);
  }

  Optional<Decision> of(SlotId slotId) {
    return slots.get(slotId);
  }

  /** The account that a slot's settlement debits first; empty if it is not known or unsold. */
  Optional<String> winningAccount(SlotId slotId) {
    return slots.get(slotId).flatMap(Decision::winner).map(Winner::account);
  }

  Stream<Decision> kept() {
    return slots.all();
  }

  long awarded() {
    return awarded + summedUp.settled() + summedUp.rejected();
  }

  long unsold() {
    return unsold + summedUp.unsold();
  }

  SortedMap<String, Long> winsByRegion() {
    TreeMap<String, Long> wins = new TreeMap<>(winsByRegion);
    summedUp.winsByRegion().forEach((region, count) -> wins.merge(region, count, Long::sum));
    return wins;
  }

  RecentMap<SlotId, Decision> slots() {
    return slots;
  }

  /** When the oldest auction that the topic told of was closed. */
  @Nullable Instant oldestAt() {
    return oldestAt;
  }

  @Nullable Instant newestAt() {
    return newestAt;
  }
}
