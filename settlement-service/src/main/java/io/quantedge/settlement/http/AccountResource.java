package io.quantedge.settlement.http;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.AccountStore.FundingResult;
import io.quantedge.settlement.application.Accounts;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Funding;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Defines, shows and funds accounts. */
@Path("/v1/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
public class AccountResource {
  private final Accounts accounts;

  AccountResource(Accounts accounts) {
    this.accounts = accounts;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> define(
      @PathParam("accountId") String accountId, @Nullable AccountRequest request) {
    Account account = Inputs.body(request).toAccount(accountId);
    return accounts
        .define(account)
        .map(definition ->
            switch (definition) {
              case CREATED -> Response.status(201).entity(AccountView.of(account)).build();
              case SAME -> Response.ok(AccountView.of(account)).build();
              case CONFLICT ->
                  throw new ProblemException(
                      ProblemCode.ACCOUNT_DEFINITION_CONFLICT,
                      "account "
                          + accountId
                          + " exists with another definition, and definitions never change");
            });
  }

  @GET
  public Uni<AccountView> show(@PathParam("accountId") String accountId) {
    return accounts
        .find(Inputs.accountId(accountId))
        .map(found -> found.map(AccountView::of).orElseThrow(() -> unknown(accountId)));
  }

  @POST
  @Path("/fundings")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> fund(
      @PathParam("accountId") String accountId, @Nullable FundingRequest request) {
    AccountId id = Inputs.accountId(accountId);
    Funding funding = Inputs.body(request).toFunding(id);
    return accounts.fund(funding).map(attempted -> funded(attempted, funding));
  }

  private static Response funded(Attempted<FundingResult> attempted, Funding funding) {
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
      case UNKNOWN_ACCOUNT -> unknown(accountId);
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

  private static ProblemException unknown(String accountId) {
    return new ProblemException(
        ProblemCode.UNKNOWN_ACCOUNT,
        "there is no account " + accountId + "; PUT /v1/accounts/" + accountId + " defines it");
  }
}
