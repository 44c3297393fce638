package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Funding;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A funding as it is sent.
 *
 * @param fundingId a UUID, the idempotency key within the account
 */
record FundingRequest(
    Optional<String> fundingId, Optional<String> amount, Optional<String> currency) {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  Funding toFunding(AccountId accountId) {
    String id = Inputs.required(fundingId, "fundingId");
    if (!UUID_FORM.matcher(id).matches()) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          "fundingId must be a UUID such as 0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f");
    }
    String paid = Inputs.required(amount, "amount");
    String code = Inputs.required(currency, "currency");
    return Inputs.valid(() -> new Funding(accountId, UUID.fromString(id), Money.of(paid, code)));
  }
}
