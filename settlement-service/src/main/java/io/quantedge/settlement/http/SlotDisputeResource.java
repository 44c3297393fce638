package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.Slots;
import io.quantedge.settlement.domain.SlotRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Takes disputes. */
@Path("/v1/slots/{slotId}/dispute")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
public class SlotDisputeResource {
  private final Slots slots;

  SlotDisputeResource(Slots slots) {
    this.slots = slots;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Put a dispute on record",
      description =
          "Only for a slot that is SETTLED; no money moves. A disputed sale can be voided.")
  @APIResponse(
      responseCode = "201",
      description = "Done",
      content =
          @Content(
              schema = @Schema(implementation = DisputeView.class),
              examples = @ExampleObject(name = "done", value = Examples.DISPUTE)))
  @APIResponse(
      responseCode = "200",
      description = "It was done before",
      content =
          @Content(
              schema = @Schema(implementation = DisputeView.class),
              examples = @ExampleObject(name = "it was done before", value = Examples.DISPUTE)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<Response> dispute(
      @PathParam("slotId") String slotId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = DisputeRequest.class),
                      examples =
                          @ExampleObject(name = "request", value = Examples.DISPUTE_REQUEST)))
          @Nullable DisputeRequest request) {
    SlotId id = Inputs.slotId(slotId);
    SlotRequest wish = Inputs.body(request).toRequest();
    return slots
        .dispute(id, wish)
        .map(attempted ->
            SlotAnswers.response(id, attempted, recorded -> DisputeView.of(id, recorded.event())));
  }
}
