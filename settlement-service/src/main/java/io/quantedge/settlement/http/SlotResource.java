package io.quantedge.settlement.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Slots;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.SlotRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows what is committed for a slot, and undoes its sale. */
@Path("/v1/slots/{slotId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
public class SlotResource {
  private final TruthStore store;
  private final Slots slots;
  private final Clock clock;

  SlotResource(TruthStore store, Slots slots, Clock clock) {
    this.store = store;
    this.slots = slots;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary = "Show the state of a decided slot and its history",
      description =
          "The state is the fold over the history. Slots whose auction is open or "
              + "undecided are ingest-service's and evaluator-service's.")
  @APIResponse(
      responseCode = "200",
      description = "The slot",
      content =
          @Content(
              schema = @Schema(implementation = SlotView.class),
              examples = @ExampleObject(name = "the slot", value = Examples.SLOT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<SlotView> show(
      @PathParam("slotId") String slotId,
      @Parameter(
              description = "What happened later is left out; an instant that has passed",
              example = "2026-03-01T12:00:00Z")
          @QueryParam("asOf")
          Optional<String> asOf) {
    SlotId id = Inputs.slotId(slotId);
    Optional<Instant> instant = Inputs.past(asOf, "asOf", clock.instant());
    return slots
        .historyOf(id)
        .map(found ->
            found
                .flatMap(history -> instant.map(history::asOf).orElse(Optional.of(history)))
                .map(history -> SlotView.of(history, instant))
                .orElseThrow(
                    () -> notSettled("slot " + slotId + " is not decided, or was not yet")));
  }

  @GET
  @Path("/settlement")
  @Operation(
      summary = "Show how a slot was decided",
      description =
          "SETTLED, REJECTED or UNSOLD, as it was announced. It never changes, not even "
              + "if the sale is voided.")
  @APIResponse(
      responseCode = "200",
      description = "The settlement",
      content =
          @Content(
              schema = @Schema(implementation = SettlementEvent.class),
              examples = @ExampleObject(name = "the settlement", value = Examples.SETTLEMENT)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<SettlementEvent> settlement(@PathParam("slotId") String slotId) {
    return store
        .settlementOf(Inputs.slotId(slotId))
        .map(found -> found.orElseThrow(() -> notSettled("slot " + slotId + " is not settled")));
  }

  @GET
  @Path("/ledger")
  @Operation(
      summary = "Show the entries of a slot",
      description = "Those of its sale and, if it was voided, those that undid it.")
  @APIResponse(
      responseCode = "200",
      description = "The entries",
      content =
          @Content(
              schema = @Schema(implementation = LedgerView.class),
              examples = @ExampleObject(name = "the entries", value = Examples.SLOT_LEDGER)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "404", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<LedgerView> ledger(@PathParam("slotId") String slotId) {
    SlotId id = Inputs.slotId(slotId);
    return slots
        .postingsOf(id)
        .map(postings -> {
          if (postings.isEmpty()) {
            throw notSettled("slot " + slotId + " has no entries in the ledger");
          }
          return LedgerView.of(id, postings);
        });
  }

  @POST
  @Path("/void")
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

  @POST
  @Path("/dispute")
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

  private static ProblemException notSettled(String detail) {
    return new ProblemException(ProblemCode.NOT_SETTLED, detail);
  }
}
