package io.quantedge.settlement.http;

import io.quantedge.settlement.application.TruthReads;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists accounts. */
@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "accounts")
public class AccountsResource {
  private final TruthReads reads;

  AccountsResource(TruthReads reads) {
    this.reads = reads;
  }

  @GET
  @Operation(
      summary = "List accounts",
      description =
          "In order of their ids. Balances are shown where they are guarded: those of advertisers.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(examples = @ExampleObject(name = "a page", value = Examples.ACCOUNTS)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<PageView<AccountView>> list(
      @Parameter(description = "Where the page before ended: its 'next'", example = "bGlzdA")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit) {
    return reads
        .accounts(Inputs.page(after, limit, CursorCodec.ACCOUNTS))
        .map(page -> PageView.of(page, CursorCodec.ACCOUNTS, AccountView::of));
  }
}
