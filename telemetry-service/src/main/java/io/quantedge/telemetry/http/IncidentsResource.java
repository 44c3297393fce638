package io.quantedge.telemetry.http;

import com.fasterxml.jackson.databind.ObjectReader;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.incident.IncidentStore;
import io.quantedge.telemetry.application.incident.Incidents;
import io.quantedge.telemetry.domain.incident.EventRequest;
import io.quantedge.telemetry.domain.incident.IncidentEventType;
import io.quantedge.telemetry.domain.incident.IncidentState;
import io.quantedge.telemetry.domain.incident.Signal;
import io.quantedge.telemetry.domain.incident.Verdict;
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
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is or was wrong, and what responders do about it. */
@Path("/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
class IncidentsResource {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final ObjectReader BODY = Json.mapper().readerFor(Body.class);

  private final Incidents incidents;
  private final Clock clock;

  IncidentsResource(Incidents incidents, Clock clock) {
    this.incidents = incidents;
    this.clock = clock;
  }

  /**
   * An event as it is sent.
   *
   * @param eventId chosen by the sender: the same event again changes nothing
   */
  record Body(
      UUID eventId,
      IncidentEventType type,
      String actor,
      Optional<String> note,
      Optional<String> assignee) {
    EventRequest toRequest() {
      if (actor.strip().equalsIgnoreCase(Signal.ACTOR)) {
        throw new IllegalArgumentException(
            "'actor' must be a responder; '" + Signal.ACTOR + "' opens and reopens by itself");
      }
      return new EventRequest(eventId, type, actor, assignee, note);
    }
  }

  @GET
  @Operation(
      summary = "Incidents, those that were opened last first",
      description =
          "Without what happened to them. With 'asOf' as of that instant: only what had happened by"
              + " then counts, in the counts too.")
  @APIResponse(
      responseCode = "200",
      description = "A page",
      content = @Content(schema = @Schema(implementation = IncidentView.Page.class)))
  public Uni<IncidentView.Page> list(
      @QueryParam("state") Optional<String> state,
      @QueryParam("asOf") Optional<String> asOf,
      @QueryParam("after") Optional<String> after,
      @QueryParam("limit") Optional<String> limit) {
    int size = QueryInputs.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    IncidentStore.Query query =
        new IncidentStore.Query(
            QueryInputs.oneOf(state, "state", List.of(IncidentState.values())),
            QueryInputs.past(asOf, "asOf", clock.instant()),
            QueryInputs.after(after, IncidentView.Page.LIST)
                .map(key -> new IncidentStore.Key(key.at(), key.id())),
            size + 1);
    return incidents.list(query).map(listing -> IncidentView.Page.of(listing, size));
  }

  @GET
  @Path("/{incidentId}")
  @Operation(
      summary = "An incident and everything that happened to it",
      description = "With 'asOf' as of that instant; 404 if it had not been opened by then.")
  @APIResponse(
      responseCode = "200",
      description = "The incident",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Uni<Response> find(
      @PathParam("incidentId") String incidentId,
      @QueryParam("asOf") Optional<String> asOf,
      UriInfo uri) {
    UUID id = QueryInputs.uuid(incidentId, "incidentId");
    Optional<Instant> until = QueryInputs.past(asOf, "asOf", clock.instant());
    return incidents
        .find(id, until)
        .map(found ->
            found
                .map(incident -> Response.ok(IncidentView.of(incident)).build())
                .orElseGet(() -> unknown(id, until, uri)));
  }

  @POST
  @Path("/{incidentId}/events")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Acknowledges, assigns, notes, resolves or reopens: 201, or 200 for a repeat",
      description =
          "The event is judged against the incident as it is when it is written. If it is not"
              + " possible there, the answer is 409 INCIDENT_TRANSITION with the incident as it is;"
              + " an eventId that was used for something else is 409 EVENT_CONFLICT.")
  @APIResponse(
      responseCode = "201",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  @APIResponse(responseCode = "200", description = "It was recorded before; nothing changed")
  public Uni<Response> record(
      @PathParam("incidentId") String incidentId,
      @RequestBodySchema(Body.class) byte[] body,
      UriInfo uri) {
    UUID id = QueryInputs.uuid(incidentId, "incidentId");
    Body sent = JsonBody.read(BODY, body);
    EventRequest request = JsonBody.valid(sent::toRequest);
    return incidents
        .record(id, request)
        .map(verdict ->
            switch (verdict) {
              case Verdict.Granted granted ->
                  Response.status(Response.Status.CREATED)
                      .entity(IncidentView.of(granted.incident()))
                      .build();
              case Verdict.Unchanged unchanged ->
                  Response.ok(IncidentView.of(unchanged.incident())).build();
              case Verdict.NotAllowed refused ->
                  IncidentProblem.notAllowed(refused.incident(), request.type(), uri);
              case Verdict.IdTaken _ -> idTaken(request.eventId(), uri);
              case Verdict.Unknown _ -> unknown(id, Optional.empty(), uri);
            });
  }

  private static Response idTaken(UUID eventId, UriInfo uri) {
    return Problem.of(
            Response.Status.CONFLICT,
            "EVENT_CONFLICT",
            "Another event is recorded under the eventId " + eventId + "; use a new id.",
            uri)
        .response();
  }

  private static Response unknown(UUID id, Optional<Instant> asOf, UriInfo uri) {
    String when = asOf.map(instant -> " as of " + instant).orElse("");
    return Problem.of(
            Response.Status.NOT_FOUND,
            "INCIDENT_NOT_FOUND",
            "There is no incident " + id + when + ".",
            uri)
        .response();
  }
}
