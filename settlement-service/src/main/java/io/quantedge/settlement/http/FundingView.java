package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import java.util.UUID;

/**
 * A booked funding.
 *
 * @param balance of the account, the funding included
 */
record FundingView(UUID fundingId, AccountId accountId, Money amount, Money balance) {}
