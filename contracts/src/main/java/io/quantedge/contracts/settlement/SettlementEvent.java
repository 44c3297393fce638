package io.quantedge.contracts.settlement;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SettlementId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * The final word on a slot (topic {@code settlements}, key = slot), announced after it is
 * committed. It may be announced again after a crash; the content that matters is the same.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SettlementEvent.Settled.class, name = "SETTLED"),
  @JsonSubTypes.Type(value = SettlementEvent.Rejected.class, name = "REJECTED"),
  @JsonSubTypes.Type(value = SettlementEvent.Unsold.class, name = "UNSOLD")
})
public sealed interface SettlementEvent {
  SlotId slotId();

  /** When the auction closed, for close-to-settled latency. */
  Instant closedAt();

  /** When it was committed, by the settlement service's clock. */
  Instant committedAt();

  /**
   * The slot was sold. {@code price = net + fee}.
   *
   * @param candidateRank 1 if the winner paid, more if those before could not
   * @param region the winning bid's region
   */
  record Settled(
      SlotId slotId,
      SettlementId settlementId,
      AccountId buyerId,
      AccountId publisherId,
      BidId bidId,
      Region region,
      int candidateRank,
      Money winningBid,
      Money price,
      Money fee,
      Money net,
      Instant closedAt,
      Instant committedAt)
      implements SettlementEvent {
    public Settled {
      if (!net.plus(fee).equals(price)) {
        throw new IllegalArgumentException(
            "price must equal net + fee; it was " + price + " against " + net + " + " + fee);
      }
    }
  }

  /**
   * The slot had bids, and none of the candidates could buy it.
   *
   * @param refusals why, for each candidate in order of rank
   */
  record Rejected(SlotId slotId, List<Refusal> refusals, Instant closedAt, Instant committedAt)
      implements SettlementEvent {
    public Rejected {
      refusals = List.copyOf(refusals);
    }
  }

  /** The slot had no valid bid. */
  record Unsold(SlotId slotId, Instant closedAt, Instant committedAt) implements SettlementEvent {}

  /** A candidate that could not buy the slot. */
  record Refusal(int candidateRank, AccountId accountId, RefusalReason reason) {}

  /** Why a candidate could not buy the slot. */
  enum RefusalReason {
    /** No such account in the truth store. */
    ACCOUNT_UNKNOWN,
    /** The account is not an advertiser. */
    NOT_AN_ADVERTISER,
    /** The account trades in another currency. */
    WRONG_CURRENCY,
    /** The price would take the balance below the account's limit. */
    LIMIT_EXCEEDED
  }
}
