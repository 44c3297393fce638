package io.quantedge.settlement.http;

import io.quantedge.settlement.application.TruthReads;
import io.quantedge.settlement.application.TruthReads.LedgerFilter;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists entries of the ledger. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ledger")
public class LedgerResource {
  private final TruthReads reads;

  LedgerResource(TruthReads reads) {
    this.reads = reads;
  }

  @GET
  @Operation(
      summary = "List entries of the ledger",
      description =
          "In order of account, then of time. With neither account nor slot the whole "
              + "ledger is paged through: all pages together cost one pass over it.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = LedgerPage.class),
              examples = @ExampleObject(name = "a page", value = Examples.LEDGER_PAGE)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<LedgerPage> list(
      @Parameter(description = "Entries of this account", example = "acme") @QueryParam("account")
          Optional<String> account,
      @Parameter(description = "Entries of this slot", example = "homepage-top") @QueryParam("slot")
          Optional<String> slot,
      @Parameter(
              description = "Entries that were booked later than this",
              example = "2026-03-01T00:00:00Z")
          @QueryParam("from")
          Optional<String> from,
      @Parameter(description = "Up to and including this", example = "2026-04-01T00:00:00Z")
          @QueryParam("to")
          Optional<String> to,
      @Parameter(description = "Where the page before ended: its 'next'", example = "bGlzdA")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit) {
    LedgerFilter filter =
        new LedgerFilter(
            account.map(Inputs::accountId),
            slot.map(Inputs::slotId),
            Inputs.instant(from, "from"),
            Inputs.instant(to, "to"));
    return reads.ledger(filter, Inputs.page(after, limit, CursorCodec.LEDGER)).map(LedgerPage::of);
  }
}
