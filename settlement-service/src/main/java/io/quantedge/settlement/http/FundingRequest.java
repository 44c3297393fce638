package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Funding;
import java.util.Optional;
import java.util.UUID;

/**
 * A funding as it is sent.
 *
 * @param fundingId a UUID, the idempotency key within the account
 */
record FundingRequest(
    Optional<String> fundingId, Optional<String> amount, Optional<String> currency) {

  Funding toFunding(AccountId accountId) {
    UUID id = Inputs.uuid(Inputs.required(fundingId, "fundingId"), "fundingId");
    String paid = Inputs.required(amount, "amount");
    String code = Inputs.required(currency, "currency");
    return Inputs.valid(() -> new Funding(accountId, id, Money.of(paid, code)));
  }
}
