package io.quantedge.ingest.http;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.ingest.application.AskForBids;
import io.quantedge.ingest.application.AskForTraffic;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Answers questions for a slot's bids, from the store. */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "queries")
class BidQueryResource {
  private static final String SEALED =
      "Bids are sealed. Before the close an account sees its own bids, everybody else ids and"
          + " regions. After it an account sees what became of its own, the publisher what it sold,"
          + " an operator everything, others where each bid stands in the log.";

  private final AskForBids bids;
  private final AskForTraffic traffic;
  private final Viewers viewers;

  BidQueryResource(AskForBids bids, AskForTraffic traffic, Viewers viewers) {
    this.bids = bids;
    this.traffic = traffic;
    this.viewers = viewers;
  }

  @GET
  @Path(BidResource.BIDS)
  @Operation(summary = "List a slot's bids", description = SEALED)
  @APIResponse(
      responseCode = "200",
      description = "A page of bids, by region and id",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "for an operator after the close",
                      value =
                          """
                          {"items": [{"bidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",
                            "region": "ap-southeast-1", "partition": 3, "offset": 4711,
                            "acceptedAt": "2030-01-31T11:59:58.204117Z", "accountId": "adv-acme",
                            "amount": "5.4000", "currency": "USD", "latencyMs": 12,
                            "qualityScore": 1.0000,
                            "verdict": {"counting": "COUNTED", "result": "LOST",
                                        "lossReason": "LOST_TO_HIGHER_BID",
                                        "openRtbLossCode": 102}}]}\
                          """)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "403", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<PageView<BidView>> list(
      @RestPath String slotId,
      @Parameter(example = "eu-west-1") @RestQuery @Nullable String region,
      @Parameter(description = "an account may ask for itself, an operator after the close")
          @RestQuery
          @Nullable String accountId,
      @Parameter(description = "1 to 500, default 100") @RestQuery @Nullable String limit,
      @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor,
      @Parameter(hidden = true) @RestHeader("Authorization") @Nullable String authorization) {
    Viewer viewer = viewers.viewer(authorization);
    return bids.list(slotId, new AskForBids.Question(region, accountId, limit, cursor), viewer)
        .map(page -> PageView.of(page.map(BidView::of)));
  }

  @GET
  @Path(BidResource.BIDS + "/{bidId}")
  @Operation(summary = "Show a bid and what became of it", description = SEALED)
  @APIResponse(
      responseCode = "200",
      description = "The first record of this id",
      content = @Content(schema = @Schema(implementation = BidView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<BidView> show(
      @RestPath String slotId,
      @RestPath String bidId,
      @Parameter(hidden = true) @RestHeader("Authorization") @Nullable String authorization) {
    Viewer viewer = viewers.viewer(authorization);
    return bids.show(slotId, bidId, viewer).map(BidView::of);
  }

  @GET
  @Path("/regions")
  @Operation(
      summary = "Where a slot's bids come from",
      description = "The evaluator's counts: the latest ones, or the outcome's once it is there.")
  @APIResponse(
      responseCode = "200",
      description = "Counts by region",
      content = @Content(schema = @Schema(implementation = TrafficView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<TrafficView> regions(@RestPath String slotId) {
    return traffic.regions(slotId).map(TrafficView::of);
  }
}
