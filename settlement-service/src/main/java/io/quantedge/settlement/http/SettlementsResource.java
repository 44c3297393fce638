package io.quantedge.settlement.http;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.Page;
import io.quantedge.settlement.application.TruthReads;
import io.quantedge.settlement.application.TruthReads.TimeKey;
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

/** Lists settlements. */
@Path("/v1/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
public class SettlementsResource {
  private final TruthReads reads;

  SettlementsResource(TruthReads reads) {
    this.reads = reads;
  }

  @GET
  @Operation(
      summary = "List what an account bought or sold",
      description = "In order of time. Voided sales are listed too: a settlement never changes.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = SettlementPage.class),
              examples = @ExampleObject(name = "a page", value = Examples.SETTLEMENTS)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<SettlementPage> list(
      @Parameter(description = "The buyer or the publisher", required = true, example = "acme")
          @QueryParam("account")
          Optional<String> account,
      @Parameter(description = "Where the page before ended: its 'next'", example = "bGlzdA")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit) {
    AccountId id = Inputs.accountId(Inputs.parameter(account, "account"));
    Page.Request<TimeKey> page = Inputs.page(after, limit, CursorCodec.SETTLEMENTS);
    return reads.settlementsOf(id, page).map(SettlementPage::of);
  }
}
