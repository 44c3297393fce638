package io.quantedge.evaluator.http;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What evaluation knows of a slot, whichever instance is asked. Answers come from published views,
 * never from the state of the fold.
 */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
class SlotResource {
  private final SlotAnswers answers;
  private final AccessKeys keys;

  SlotResource(SlotAnswers answers, AccessKeys keys) {
    this.answers = answers;
    this.keys = keys;
  }

  @GET
  @Path("standing")
  @Operation(
      summary = "Show how a slot stands",
      description =
          "Counts of its bids by region and verdict, the region that leads, and the deadline. The"
              + " same for everybody: it tells no amount and no account.")
  @APIResponse(
      responseCode = "200",
      description = "The standing",
      content =
          @Content(
              schema = @Schema(implementation = StandingResponse.class),
              examples = @ExampleObject(name = "an open slot", value = Examples.STANDING)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Response standing(@PathParam("slotId") String slotId, @Context HttpHeaders headers) {
    return answer(slotId, "standing", headers, asker -> StandingResponse::of);
  }

  @GET
  @Path("outcome")
  @Operation(
      summary = "Show what was decided for a closed slot",
      description =
          "Candidates are shown to those whom they concern: an account sees its own, the publisher"
              + " the buyer and the price, the operator all of them, everybody else none.")
  @APIResponse(
      responseCode = "200",
      description = "The outcome",
      content =
          @Content(
              schema = @Schema(implementation = OutcomeResponse.class),
              examples = {
                @ExampleObject(name = "to the operator", value = Examples.OUTCOME_TO_OPERATOR),
                @ExampleObject(name = "to everybody", value = Examples.OUTCOME_TO_PUBLIC)
              }))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  @SecurityRequirement(name = "key")
  public Response outcome(@PathParam("slotId") String slotId, @Context HttpHeaders headers) {
    return answer(slotId, "outcome", headers, asker -> closed(asker, OutcomeResponse::of));
  }

  @GET
  @Path("explanation")
  @Operation(
      summary = "Explain what was decided for a closed slot",
      description =
          "Who won, why, at what price, and what the others would have needed, as far as the viewer"
              + " may see it.")
  @APIResponse(
      responseCode = "200",
      description = "The explanation",
      content =
          @Content(
              schema = @Schema(implementation = ExplanationResponse.class),
              examples = {
                @ExampleObject(name = "to the operator", value = Examples.EXPLANATION_TO_OPERATOR),
                @ExampleObject(name = "to a loser", value = Examples.EXPLANATION_TO_LOSER)
              }))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "409", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  @SecurityRequirement(name = "key")
  public Response explanation(@PathParam("slotId") String slotId, @Context HttpHeaders headers) {
    return answer(slotId, "explanation", headers, asker -> closed(asker, ExplanationResponse::of));
  }

  private Response answer(
      String slotId,
      String what,
      HttpHeaders headers,
      Function<Asker, Function<SlotView, Object>> body) {
    SlotId id = Inputs.slotId(slotId);
    Asker asker = Asker.of(headers, keys);
    return answers.answer(id, "/v1/slots/" + id + "/" + what, asker, body.apply(asker));
  }

  /** The answer about a slot that must be closed, from what its viewer may see. */
  private static Function<SlotView, Object> closed(Asker asker, ClosedBody body) {
    return view -> {
      Disclosure disclosure = Disclosure.of(view, asker.viewer()).orElseThrow(() -> open(view));
      return body.of(view, view.outcome().orElseThrow(() -> open(view)), disclosure);
    };
  }

  private static ProblemException open(SlotView view) {
    return new ProblemException(
        Problem.Kind.SLOT_STILL_OPEN,
        "slot '" + view.slotId() + "' has no outcome before its close marker is read");
  }

  /** Makes an answer of a closed slot. */
  private interface ClosedBody {
    Object of(SlotView view, AuctionOutcome outcome, Disclosure disclosure);
  }
}
