package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A slot as the truth store holds it. Values are kept as they are found, so that the audit sees
 * what is wrong with them.
 *
 * @param state how it ended
 * @param settlement what was paid; empty unless somebody bought
 * @param candidates best first
 * @param isVoided whether the sale was undone later
 */
public record SettledSlot(
    SlotId slotId,
    String state,
    Terms terms,
    Place place,
    long received,
    long counted,
    String digest,
    Optional<Settlement> settlement,
    List<Considered> candidates,
    boolean isVoided) {
  public static final String UNSOLD = "UNSOLD";
  public static final String SETTLED = "SETTLED";

  public SettledSlot {
    candidates = List.copyOf(candidates);
  }

  /** The rules that the slot was sold by. */
  public record Terms(
      String publisherId,
      String name,
      Money floor,
      Money increment,
      String pricing,
      String ranking,
      Instant opensAt,
      Instant closesAt) {}

  /** Where the auction stands in the log, and how it was closed. */
  public record Place(
      int partition,
      long openOffset,
      long lastOffset,
      long closeOffset,
      String closeCause,
      Instant closedAt) {}

  /** A row of {@code settlements}. */
  public record Settlement(
      UUID settlementId,
      String buyerId,
      String publisherId,
      UUID bidId,
      int candidateRank,
      Money winningBid,
      Money price) {}

  /** A row of {@code ad_bids}. */
  public record Considered(
      int rank, UUID bidId, String accountId, Money amount, Money clearingPrice) {}
}
