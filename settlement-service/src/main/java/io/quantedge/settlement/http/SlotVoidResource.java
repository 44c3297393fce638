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

/** Undoes sales. */
@Path("/v1/slots/{slotId}/void")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
public class SlotVoidResource {
  private final Slots slots;

  SlotVoidResource(Slots slots) {
    this.slots = slots;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Undo the sale of a slot",
      description =
          "By entries that mirror those of the sale: the buyer gets the price back, the "
              + "publisher and the exchange give back theirs, even if that takes the "
              + "publisher below zero. Sending the same again undoes nothing more.")
  @APIResponse(
      responseCode = "201",
      description = "Done",
      content =
          @Content(
              schema = @Schema(implementation = VoidView.class),
              examples = @ExampleObject(name = "done", value = Examples.VOID)))
  @APIResponse(
      responseCode = "200",
      description = "It was done before",
      content =
          @Content(
              schema = @Schema(implementation = VoidView.class),
              examples = @ExampleObject(name = "it was done before", value = Examples.VOID)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "422", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<Response> annul(
      @PathParam("slotId") String slotId,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = VoidRequest.class),
                      examples = @ExampleObject(name = "request", value = Examples.VOID_REQUEST)))
          @Nullable VoidRequest request) {
    SlotId id = Inputs.slotId(slotId);
    SlotRequest wish = Inputs.body(request).toRequest();
    return slots
        .annul(id, wish)
        .map(attempted ->
            SlotAnswers.response(id, attempted, recorded -> VoidView.of(id, recorded)));
  }
}
