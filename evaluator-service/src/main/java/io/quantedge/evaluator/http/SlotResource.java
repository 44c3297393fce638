package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.evaluator.application.SlotQueries;
import io.quantedge.evaluator.application.SlotQueries.Answer;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** What evaluation knows of a slot. Never blocks: answers come from published views. */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
class SlotResource {
  private static final int RETRY_AFTER_SECONDS = 1;

  private final SlotQueries slots;

  SlotResource(SlotQueries slots) {
    this.slots = slots;
  }

  @GET
  @Path("standing")
  @Operation(summary = "Counts of a slot's bids so far, and the region that leads")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StandingResponse.class)))
  @APIResponse(responseCode = "404", description = "UNKNOWN_SLOT")
  @APIResponse(responseCode = "503", description = "CATCHING_UP")
  public Response standing(@PathParam("slotId") String slotId, @Context UriInfo uri) {
    return answer(slotId, uri, view -> Response.ok(StandingResponse.of(view)));
  }

  @GET
  @Path("outcome")
  @Operation(summary = "What was decided for a slot that is closed")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = AuctionOutcome.class)))
  @APIResponse(responseCode = "404", description = "UNKNOWN_SLOT")
  @APIResponse(responseCode = "409", description = "SLOT_STILL_OPEN")
  @APIResponse(responseCode = "503", description = "CATCHING_UP")
  public Response outcome(@PathParam("slotId") String slotId, @Context UriInfo uri) {
    return answer(slotId, uri, view -> outcomeOf(view, uri));
  }

  private static Response.ResponseBuilder outcomeOf(SlotView view, UriInfo uri) {
    Optional<AuctionOutcome> outcome = view.outcome();
    return outcome.isPresent()
        ? Response.ok(outcome.get())
        : Problem.of(
                Problem.Kind.SLOT_STILL_OPEN,
                "slot '" + view.slotId() + "' has no outcome before its close marker is read",
                uri)
            .toResponse();
  }

  private Response answer(
      String slotId, UriInfo uri, Function<SlotView, Response.ResponseBuilder> known) {
    SlotId id;
    try {
      id = new SlotId(slotId);
    } catch (IllegalArgumentException e) {
      return Problem.of(Problem.Kind.INVALID_REQUEST, String.valueOf(e.getMessage()), uri)
          .toResponse()
          .build();
    }
    Response.ResponseBuilder response =
        switch (slots.find(id)) {
          case Answer.Known(SlotView view) -> known.apply(view);
          case Answer.Unknown ignored ->
              Problem.of(
                      Problem.Kind.UNKNOWN_SLOT,
                      "no slot '" + id + "' is known to this evaluator; was it opened?",
                      uri)
                  .toResponse();
          case Answer.NotYetKnown ignored ->
              Problem.of(
                      Problem.Kind.CATCHING_UP,
                      "slot '" + id + "' is not known yet, the log is still being read; ask again",
                      uri)
                  .toResponse()
                  .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        };
    return response.build();
  }
}
