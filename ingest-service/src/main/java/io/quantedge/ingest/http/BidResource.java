package io.quantedge.ingest.http;

import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.application.Receipt;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.json.BidReader;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes bids. */
@Path("/v1/slots/{slotId}" + BidResource.BIDS)
@Tag(name = "bids")
class BidResource {
  static final String BIDS = "/bids";

  private final PlaceBid placeBid;

  BidResource(PlaceBid placeBid) {
    this.placeBid = placeBid;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @Operation(
      summary = "Place a bid",
      description =
          "Answered only when the bid is durable in the auction log. It counts if it stands there"
              + " before the slot's close marker. Send it again with the same bidId if the answer"
              + " was lost: it counts once.")
  @APIResponse(
      responseCode = "202",
      description = "The bid is in the log; this is the receipt",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "429", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<byte[]> place(
      @RestPath String slotId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = BidSubmission.class),
                      examples =
                          @ExampleObject(
                              name = "bid",
                              value =
                                  """
                                  {"bidId": "0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",
                                   "accountId": "adv-acme", "region": "ap-southeast-1",
                                   "amount": "5.4000", "currency": "USD", "latencyMs": 12}\
                                  """)))
          byte @Nullable [] body) {
    return Uni.createFrom()
        .completionStage(() -> placeBid.place(() -> read(slotId, Bodies.required(body))))
        .map(Receipts::json);
  }

  /** The slot stands in the path; a body that names one too must mean the same. */
  private static BidSubmission read(String slotId, byte[] body) {
    BidSubmission sent = BidReader.read(body);
    if (sent.slotId() != null && !sent.slotId().equals(slotId)) {
      throw new RefusedException(
          new Refusal.InvalidRequest(
              "slotId", "names another slot than the path; leave it out of the body"));
    }
    return sent.forSlot(slotId);
  }
}
