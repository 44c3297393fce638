package io.quantedge.ingest.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.Collection;

/**
 * Every reason for which intake says no. One closed family, so that each way in (HTTP today) maps
 * all of them in one exhaustive switch and none is forgotten.
 */
public sealed interface Refusal {
  /** A stable name for programs and for metrics; never changes its meaning. */
  String code();

  /** One sentence for people: what was wrong, with which value, what to do. */
  String detail();

  /** The request cannot be understood; sending it again will not help. */
  record InvalidRequest(String field, String problem) implements Refusal {
    @Override
    public String code() {
      return "INVALID_REQUEST";
    }

    @Override
    public String detail() {
      return field + ": " + problem;
    }
  }

  /** No such slot was ever opened. */
  record UnknownSlot(SlotId slotId) implements Refusal {
    @Override
    public String code() {
      return "UNKNOWN_SLOT";
    }

    @Override
    public String detail() {
      return "slot '" + slotId + "' does not exist; open it with PUT /v1/slots/" + slotId;
    }
  }

  /** The slot exists with another definition, and a definition never changes. */
  record SlotDefinitionConflict(SlotId slotId) implements Refusal {
    @Override
    public String code() {
      return "SLOT_DEFINITION_CONFLICT";
    }

    @Override
    public String detail() {
      return "slot '"
          + slotId
          + "' is already open with another definition (GET /v1/slots/"
          + slotId
          + " shows it); choose another slotId";
    }
  }

  /** The auction is over, by its close marker or by its closing time. */
  record SlotClosed(SlotId slotId, Instant closesAt) implements Refusal {
    @Override
    public String code() {
      return "SLOT_CLOSED";
    }

    @Override
    public String detail() {
      return "slot '" + slotId + "' takes no more bids (its closing time is " + closesAt + ")";
    }
  }

  /** The auction has not begun. */
  record SlotNotOpenYet(SlotId slotId, Instant opensAt) implements Refusal {
    @Override
    public String code() {
      return "SLOT_NOT_OPEN_YET";
    }

    @Override
    public String detail() {
      return "slot '" + slotId + "' opens at " + opensAt + "; send the bid again then";
    }
  }

  /** The amount is too low to be considered. */
  record BelowFloor(Money price, Money floor) implements Refusal {
    @Override
    public String code() {
      return "BELOW_FLOOR";
    }

    @Override
    public String detail() {
      return "the bid of " + price + " is below the slot's floor of " + floor;
    }
  }

  /** The amount is in another currency than the slot's. */
  record WrongCurrency(String currency, String slotCurrency) implements Refusal {
    @Override
    public String code() {
      return "WRONG_CURRENCY";
    }

    @Override
    public String detail() {
      return "the bid is in " + currency + ", the slot takes bids in " + slotCurrency;
    }
  }

  /** A publisher must not drive up its own price. */
  record OwnSlot(AccountId accountId, SlotId slotId) implements Refusal {
    @Override
    public String code() {
      return "OWN_SLOT";
    }

    @Override
    public String detail() {
      return "account '" + accountId + "' publishes slot '" + slotId + "' and cannot bid for it";
    }
  }

  /** Nobody trades from this region here. */
  record UnknownRegion(Region region, Collection<Region> known) implements Refusal {
    @Override
    public String code() {
      return "UNKNOWN_REGION";
    }

    @Override
    public String detail() {
      return "region '" + region + "' does not trade here; known are " + known;
    }
  }

  /** The log did not acknowledge in time, or cannot be read. What was sent may be sent again. */
  record LogUnavailable(String problem) implements Refusal {
    @Override
    public String code() {
      return "LOG_UNAVAILABLE";
    }

    @Override
    public String detail() {
      return problem;
    }
  }

  /** The slot is not in memory, and the store that would know it does not answer. */
  record StoreUnavailable(SlotId slotId) implements Refusal {
    @Override
    public String code() {
      return "STORE_UNAVAILABLE";
    }

    @Override
    public String detail() {
      return "slot '" + slotId + "' could not be looked up; try again";
    }
  }

  /** A bound that protects everybody is reached. */
  record Overloaded(String bound, long limit) implements Refusal {
    @Override
    public String code() {
      return "OVERLOADED";
    }

    @Override
    public String detail() {
      return "the limit of " + limit + " " + bound + " is reached; try again";
    }
  }

  /** A key was shown that nobody has. */
  record UnknownKey() implements Refusal {
    @Override
    public String code() {
      return "UNKNOWN_KEY";
    }

    @Override
    public String detail() {
      return "the Authorization header shows a key that nobody has; send 'Bearer <key>' with a key"
          + " of this exchange, or no such header";
    }
  }

  /** The slot has no bid of this id, or none that is stored yet. */
  record UnknownBid(SlotId slotId, BidId bidId) implements Refusal {
    @Override
    public String code() {
      return "UNKNOWN_BID";
    }

    @Override
    public String detail() {
      return "slot '"
          + slotId
          + "' has no stored bid '"
          + bidId
          + "'; a bid that was just acknowledged is stored within moments";
    }
  }

  /** The answer would tell this viewer what is sealed for it. */
  record Sealed(String what) implements Refusal {
    @Override
    public String code() {
      return "SEALED";
    }

    @Override
    public String detail() {
      return what;
    }
  }

  /** The store does not answer a question. */
  record QueryUnavailable(String what) implements Refusal {
    @Override
    public String code() {
      return "STORE_UNAVAILABLE";
    }

    @Override
    public String detail() {
      return what + " could not be looked up; try again";
    }
  }
}
