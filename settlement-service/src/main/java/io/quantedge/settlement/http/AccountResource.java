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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Defines, shows and funds accounts. */
@Path("/v1/accounts/{accountId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountResource {
  private final Accounts accounts;
  private final Clock clock;

  AccountResource(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Define an account",
      description = "A definition never changes; sending the same again changes nothing.")
  @APIResponse(
      responseCode = "201",
      description = "Defined",
      content =
          @Content(
              schema = @Schema(implementation = AccountView.class),
              examples = @ExampleObject(name = "defined", value = Examples.ACCOUNT)))
  @APIResponse(
      responseCode = "200",
      description = "It was there, defined in the same way",
      content =
          @Content(
              schema = @Schema(implementation = AccountView.class),
              examples = @ExampleObject(name = "it was there", value = Examples.ACCOUNT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<Response> define(
      @PathParam("accountId") String accountId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = AccountRequest.class),
                      examples =
                          @ExampleObject(name = "request", value = Examples.ACCOUNT_REQUEST)))
          @Nullable AccountRequest request) {
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
  @Operation(
      summary = "Show an account and what it owns",
      description =
          "With asOf the balance is the sum of the entries that were booked up to then; "
              + "else it is the guarded balance of an advertiser, and the sum of all entries "
              + "of others.")
  @APIResponse(
      responseCode = "200",
      description = "The account",
      content =
          @Content(
              schema = @Schema(implementation = AccountView.class),
              examples = @ExampleObject(name = "the account", value = Examples.ACCOUNT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<AccountView> show(
      @PathParam("accountId") String accountId,
      @Parameter(description = "An instant that has passed", example = "2026-03-01T12:00:00Z")
          @QueryParam("asOf")
          Optional<String> asOf) {
    AccountId id = Inputs.accountId(accountId);
    Optional<Instant> instant = Inputs.past(asOf, "asOf", clock.instant());
    return instant
        .map(then -> accounts.find(id, then))
        .orElseGet(() -> accounts.find(id))
        .map(found ->
            found
                .map(owned -> AccountView.of(owned, instant))
                .orElseThrow(() -> unknown(accountId)));
  }

  @POST
  @Path("/fundings")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Pay money in",
      description = "Sending the same fundingId again books nothing more.")
  @APIResponse(
      responseCode = "201",
      description = "Booked",
      content =
          @Content(
              schema = @Schema(implementation = FundingView.class),
              examples = @ExampleObject(name = "booked", value = Examples.FUNDING)))
  @APIResponse(
      responseCode = "200",
      description = "It was booked before",
      content =
          @Content(
              schema = @Schema(implementation = FundingView.class),
              examples = @ExampleObject(name = "it was booked before", value = Examples.FUNDING)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<Response> fund(
      @PathParam("accountId") String accountId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = FundingRequest.class),
                      examples =
                          @ExampleObject(name = "request", value = Examples.FUNDING_REQUEST)))
          @Nullable FundingRequest request) {
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

  static ProblemException unknown(String accountId) {
    return new ProblemException(
        ProblemCode.UNKNOWN_ACCOUNT,
        "there is no account " + accountId + "; PUT /v1/accounts/" + accountId + " defines it");
  }
}
