package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads;
import io.quantedge.settlement.application.TruthReads.StatementRequest;
import io.quantedge.settlement.http.CursorCodec.StatementKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what happened to a balance. */
@Path("/v1/accounts/{accountId}/statement")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class StatementResource {
  private static final Instant BEGINNING = Instant.EPOCH;

  private final TruthReads reads;
  private final Clock clock;

  StatementResource(TruthReads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  @GET
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
        .map(found ->
            found.map(StatementView::of).orElseThrow(() -> AccountResource.unknown(accountId)));
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
}
