package io.quantedge.ingest.http;

import io.quantedge.ingest.application.CloseSlot;
import io.quantedge.ingest.application.FindSlot;
import io.quantedge.ingest.application.OpenSlot;
import io.quantedge.ingest.application.SlotSubmission;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Opens, shows and closes slots. */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
class SlotResource {
  private final OpenSlot openSlot;
  private final FindSlot findSlot;
  private final CloseSlot closeSlot;

  SlotResource(OpenSlot openSlot, FindSlot findSlot, CloseSlot closeSlot) {
    this.openSlot = openSlot;
    this.findSlot = findSlot;
    this.closeSlot = closeSlot;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Open a slot",
      description =
          "The same definition may be sent again: opensAt, which defaults to now, is not compared"
              + " when it is left out.")
  @APIResponse(
      responseCode = "201",
      description = "The slot is open",
      content = @Content(schema = @Schema(implementation = SlotView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The slot was there, with this definition",
      content = @Content(schema = @Schema(implementation = SlotView.class)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<RestResponse<SlotView>> open(
      @RestPath String slotId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = SlotSubmission.class),
                      examples =
                          @ExampleObject(
                              name = "slot",
                              value =
                                  """
                                  {"publisherId": "pub-news", "name": "front page",
                                   "floor": "1.0000", "currency": "USD",
                                   "closesAt": "2030-01-31T12:00:00Z",
                                   "softClose": {"windowMillis": 10000,
                                                 "extensionMillis": 10000,
                                                 "maximumMillis": 120000}}\
                                  """)))
          @Nullable SlotSubmission slot) {
    return openSlot.open(slotId, Bodies.required(slot)).map(SlotResource::response);
  }

  @GET
  @Operation(summary = "Show a slot")
  @APIResponse(
      responseCode = "200",
      description = "The slot's definition, and how far it is",
      content = @Content(schema = @Schema(implementation = SlotView.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  public Uni<SlotView> show(@RestPath String slotId) {
    return findSlot.find(slotId).map(SlotView::of);
  }

  @POST
  @Path("/close")
  @ResponseStatus(202)
  @Operation(
      summary = "Close a slot now",
      description =
          "Answered when the close marker is durable. Bids that stand before the slot's first"
              + " marker count, later ones are late. Repeats are harmless.")
  @APIResponse(
      responseCode = "202",
      description = "Where the marker stands in the log",
      content = @Content(schema = @Schema(implementation = CloseSlot.Closing.class)))
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<CloseSlot.Closing> close(@RestPath String slotId) {
    return closeSlot.close(slotId);
  }

  private static RestResponse<SlotView> response(OpenSlot.Opened opened) {
    return RestResponse.ResponseBuilder.ok(SlotView.of(opened.slot()))
        .status(opened.created() ? RestResponse.Status.CREATED : RestResponse.Status.OK)
        .build();
  }
}
