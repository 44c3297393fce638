package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.AccountType;
import java.util.Optional;

/**
 * The definition of an account as it is sent.
 *
 * @param creditLimit an amount; zero if absent
 */
record AccountRequest(
    Optional<AccountType> type,
    Optional<String> name,
    Optional<String> currency,
    Optional<String> creditLimit) {

  Account toAccount(String accountId) {
    AccountId id = Inputs.accountId(accountId);
    AccountType accountType = Inputs.required(type, "type");
    if (accountType == AccountType.EXCHANGE) {
      throw new ProblemException(
          ProblemCode.INVALID_REQUEST,
          "field 'type' must be ADVERTISER or PUBLISHER; house accounts are the exchange's own");
    }
    String accountName = Inputs.required(name, "name");
    String limit = creditLimit.orElse("0");
    String code = Inputs.required(currency, "currency");
    return Inputs.valid(() -> new Account(id, accountType, accountName, Money.of(limit, code)));
  }
}
