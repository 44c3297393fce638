package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.outcome.Candidate;
import io.quantedge.contracts.settlement.SettlementEvent.Refusal;
import io.quantedge.contracts.settlement.SettlementEvent.RefusalReason;
import io.quantedge.contracts.slot.SlotDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The publisher's side of a sale.
 *
 * @param currency in which it trades; absent if the publisher is not known
 */
record Seller(AccountId accountId, Optional<String> currency) {

  /**
   * @throws UnsettleableOutcomeException if the account is known and is no publisher: crediting it
   *     would change a guarded balance behind its guard
   */
  static Seller of(SlotDefinition slot, Map<AccountId, Buyer> known) {
    AccountId accountId = slot.publisherId();
    Buyer found = known.get(accountId);
    if (found == null) {
      return new Seller(accountId, Optional.empty());
    }
    if (found.account().type() != AccountType.PUBLISHER) {
      throw new UnsettleableOutcomeException(
          "slot "
              + slot.slotId()
              + " is sold by "
              + accountId
              + ", which is no PUBLISHER: its type is "
              + found.account().type());
    }
    return new Seller(accountId, Optional.of(found.account().currency()));
  }

  /** Whether it can be paid in that currency. */
  boolean takes(String slotCurrency) {
    return currency.isEmpty() || currency.get().equals(slotCurrency);
  }

  /** Nobody can buy: the account that each refusal names is the publisher's. */
  List<Refusal> refusals(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> new Refusal(candidate.rank(), accountId, RefusalReason.WRONG_CURRENCY))
        .toList();
  }
}
