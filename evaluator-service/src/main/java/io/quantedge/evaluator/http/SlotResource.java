package io.quantedge.evaluator.http;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.evaluator.domain.Disclosure;
import io.quantedge.evaluator.domain.SlotView;
import io.quantedge.evaluator.http.OpenSlotsPage.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What evaluation knows of a slot, whichever instance is asked. Answers come from published views,
 * never from the state of the fold.
 */
@Path("/v1/slots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
class SlotResource {
  private final SlotAnswers answers;
  private final OpenSlots openSlots;
  private final AccessKeys keys;

  SlotResource(SlotAnswers answers, OpenSlots openSlots, AccessKeys keys) {
    this.answers = answers;
    this.openSlots = openSlots;
    this.keys = keys;
  }

  @GET
  @Operation(
      summary = "List open slots by due time",
      description =
          "Of all instances, or with scope=INSTANCE of the one that is asked. A slot that bids"
              + " extend moves to a later place, so a list that is paged through meanwhile may name"
              + " it twice.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content =
          @Content(
              schema = @Schema(implementation = OpenSlotsPage.class),
              examples = @ExampleObject(name = "a page", value = Examples.OPEN_SLOTS)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "401", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public OpenSlotsPage list(
      @Parameter(description = "OPEN, also if absent", example = "OPEN") @QueryParam("state")
          Optional<String> state,
      @Parameter(description = "ALL, also if absent, or INSTANCE", example = "ALL")
          @QueryParam("scope")
          Optional<String> scope,
      @Parameter(description = "Where the page before ended: its 'next'", example = "b3Blbi1zbG90")
          @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 500, 100 if absent", example = "100")
          @QueryParam("limit")
          Optional<String> limit,
      @Context HttpHeaders headers) {
    Inputs.choice(state, "state", ListedState.OPEN);
    return openSlots.list(
        Inputs.choice(scope, "scope", Scope.ALL),
        after.map(Inputs::due),
        Inputs.limit(limit),
        Asker.of(headers, keys));
  }

  @GET
  @Path("{slotId}/standing")
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
  @Path("{slotId}/outcome")
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
  @Path("{slotId}/explanation")
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

  /**
   * Only open slots are listed here: decided ones are ingest-service's and settlement-service's.
   */
  private enum ListedState {
    OPEN
  }

  /** Makes an answer of a closed slot. */
  private interface ClosedBody {
    Object of(SlotView view, AuctionOutcome outcome, Disclosure disclosure);
  }
}
