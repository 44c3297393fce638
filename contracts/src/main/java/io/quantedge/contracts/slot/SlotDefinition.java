package io.quantedge.contracts.slot;

import io.quantedge.contracts.bid.Instants;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that decides an auction besides its bids. It never changes once the slot is open.
 *
 * @param name what people call it; 1 to 200 characters
 * @param floor the least acceptable bid, above zero; its currency is the slot's currency
 * @param increment what {@link PricingRule#SECOND_PRICE} adds, zero or more, in the slot's currency
 * @param opensAt the first instant at which a bid may be accepted
 * @param closesAt the last one, unless bids extend it; after {@code opensAt}
 * @param softClose whether and how late bids extend the auction
 */
public record SlotDefinition(
    SlotId slotId,
    AccountId publisherId,
    String name,
    Money floor,
    Money increment,
    PricingRule pricing,
    RankingRule ranking,
    Instant opensAt,
    Instant closesAt,
    Optional<SoftClose> softClose) {
  public static final int MAX_NAME_LENGTH = 200;

  public SlotDefinition {
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "name must have 1 to " + MAX_NAME_LENGTH + " characters; it had " + name.length());
    }
    if (!floor.isPositive()) {
      throw new IllegalArgumentException("floor must be above zero; it was " + floor.amount());
    }
    if (increment.units() < 0 || !increment.currency().equals(floor.currency())) {
      throw new IllegalArgumentException(
          "increment must be zero or more in " + floor.currency() + "; it was " + increment);
    }
    Instants.requireTradable("opensAt", opensAt);
    Instants.requireTradable("closesAt", closesAt);
    Instants.requireTradable(
        "closesAt with its extensions",
        softClose.map(soft -> closesAt.plusMillis(soft.maximumMillis())).orElse(closesAt));
    if (!closesAt.isAfter(opensAt)) {
      throw new IllegalArgumentException(
          "closesAt (" + closesAt + ") must be after opensAt (" + opensAt + ")");
    }
  }

  /** A slot that closes at its time, whatever comes last. */
  public SlotDefinition(
      SlotId slotId,
      AccountId publisherId,
      String name,
      Money floor,
      Money increment,
      PricingRule pricing,
      RankingRule ranking,
      Instant opensAt,
      Instant closesAt) {
    this(
        slotId,
        publisherId,
        name,
        floor,
        increment,
        pricing,
        ranking,
        opensAt,
        closesAt,
        Optional.empty());
  }

  /** The last instant at which a bid can be in time, whatever extends the auction. */
  public Instant latestDeadline() {
    return softClose.map(soft -> closesAt.plusMillis(soft.maximumMillis())).orElse(closesAt);
  }

  /** The ISO 4217 code in which bids for this slot must be. */
  public String currency() {
    return floor.currency();
  }
}
