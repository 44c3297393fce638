package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.Accounts;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads;
import io.quantedge.settlement.application.TruthReads.StatementRequest;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.http.CursorCodec.StatementKey;
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
import java.time.temporal.ChronoUnit;
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

/** Defines, lists, shows and funds accounts, and says what happened to their balances. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountResource {
  private static final Instant BEGINNING = Instant.EPOCH;

  private final Accounts accounts;
  private final TruthReads reads;
  private final Clock clock;

  AccountResource(Accounts accounts, TruthReads reads, Clock clock) {
    this.accounts = accounts;
    this.reads = reads;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "List accounts",
      description =
          "In order of their ids. Balances are shown where they are guarded: those of advertisers.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = AccountPage.class),
              examples = @ExampleObject(name = "a page", value = Examples.ACCOUNTS)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<AccountPage> list(
      @Parameter(description = "Where the page before ended: its 'next'", example = "bGlzdA")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit) {
    return reads.accounts(Inputs.page(after, limit, CursorCodec.ACCOUNTS)).map(AccountPage::of);
  }

  @PUT
  @Path("/{accountId}")
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
  @Path("/{accountId}")
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
  @Path("/{accountId}/fundings")
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
    return accounts.fund(funding).map(attempted -> FundingAnswers.response(attempted, funding));
  }

  @GET
  @Path("/{accountId}/statement")
  @Operation(
      summary = "Show the statement of an account",
      description =
          "Entries in order of time with the balance after each. Opening is the balance as of"
              + " 'from', closing the balance as of 'to', so statements that touch fit together."
              + " Entries of publishers do not wait for each other: the last seconds before 'to'"
              + " may still gain some.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = StatementView.class),
              examples = @ExampleObject(name = "a page", value = Examples.STATEMENT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<StatementView> statement(
      @PathParam("accountId") String accountId,
      @Parameter(
              description = "Entries that were booked later than this; absent for all",
              example = "2026-03-01T00:00:00Z")
          @QueryParam("from")
          Optional<String> from,
      @Parameter(
              description = "Up to and including this; absent for now",
              example = "2026-04-01T00:00:00Z")
          @QueryParam("to")
          Optional<String> to,
      @Parameter(description = "Absent for the currency of the account", example = "USD")
          @QueryParam("currency")
          Optional<String> currency,
      @Parameter(description = "Where the page before ended: its 'next'", example = "bGlzdA")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit) {
    AccountId id = Inputs.accountId(accountId);
    Page.Request<StatementKey> page = Inputs.page(after, limit, CursorCodec.STATEMENT);
    Instant end = end(Inputs.instant(to, "to"), page.after().map(StatementKey::to));
    Instant start = Inputs.instant(from, "from").orElse(BEGINNING);
    StatementRequest request =
        Inputs.valid(() -> new StatementRequest(id, currency.map(Inputs::currency), start, end));
    return reads
        .statement(request, new Page.Request<>(page.after().map(StatementKey::row), page.limit()))
        .map(found -> found.map(StatementView::of).orElseThrow(() -> unknown(accountId)));
  }

  /** A statement that is paged through ends where it ended on its first page. */
  private Instant end(Optional<Instant> asked, Optional<Instant> begunWith) {
    if (asked.isPresent() && begunWith.isPresent() && !asked.equals(begunWith)) {
      throw new ProblemException(
          ProblemCode.INVALID_CURSOR,
          "the page before was of a statement up to " + begunWith.get() + ", not " + asked.get());
    }
    return asked
        .or(() -> begunWith)
        .orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  static ProblemException unknown(String accountId) {
    return new ProblemException(
        ProblemCode.UNKNOWN_ACCOUNT,
        "there is no account " + accountId + "; PUT /v1/accounts/" + accountId + " defines it");
  }
}
