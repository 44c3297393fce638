package io.quantedge.settlement.http;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.settlement.application.AccountStore.FundingResult;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.domain.Funding;
import jakarta.ws.rs.core.Response;

/** Answers fundings. */
final class FundingAnswers {
  private FundingAnswers() {}

  /**
   * 201 if it was booked now, 200 if it was booked before.
   *
   * @throws ProblemException if it was refused
   */
  static Response response(Attempted<FundingResult> attempted, Funding funding) {
    return switch (attempted.value()) {
      case FundingResult.Booked booked ->
          Response.status(attempted.finding() == Finding.COMMITTED ? 201 : 200)
              .entity(
                  new FundingView(
                      funding.fundingId(), funding.accountId(), funding.amount(), booked.balance()))
              .build();
      case FundingResult.Refused refused -> throw refused(refused.refusal(), funding);
    };
  }

  private static ProblemException refused(Funding.Refusal refusal, Funding funding) {
    String accountId = funding.accountId().value();
    return switch (refusal) {
      case UNKNOWN_ACCOUNT -> AccountResource.unknown(accountId);
      case NOT_AN_ADVERTISER ->
          new ProblemException(
              ProblemCode.NOT_AN_ADVERTISER, "account " + accountId + " is not an advertiser");
      case WRONG_CURRENCY ->
          new ProblemException(
              ProblemCode.WRONG_CURRENCY,
              "account " + accountId + " does not trade in " + funding.amount().currency());
      case BALANCE_OUT_OF_RANGE ->
          new ProblemException(
              ProblemCode.BALANCE_OUT_OF_RANGE,
              "with " + funding.amount() + " the balance would be beyond NUMERIC(18,4)");
      case FUNDING_CONFLICT ->
          new ProblemException(
              ProblemCode.FUNDING_CONFLICT,
              "funding " + funding.fundingId() + " was booked with another amount");
    };
  }
}
