package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.SlotQuery;
import io.quantedge.telemetry.application.SlotSearch;
import io.quantedge.telemetry.application.SlotStories;
import io.quantedge.telemetry.domain.SlotState;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Slots, and everything that is known of one of them. Both look through the whole memory, which is
 * not for an event loop.
 */
@Path("/v1/slots")
@Produces(MediaType.APPLICATION_JSON)
class SlotsResource {
  private static final int MAX_LIMIT = 200;
  private static final int DEFAULT_LIMIT = 50;
  private static final int LONGEST_QUERY = 200;

  private final SlotSearch search;
  private final SlotStories stories;

  SlotsResource(SlotSearch search, SlotStories stories) {
    this.search = search;
    this.stories = stories;
  }

  @GET
  @Blocking
  @Operation(
      summary = "Finds slots, the latest close first",
      description =
          "Among those that telemetry remembers, those that are open, and by the beginning of the"
              + " id those of the truth store. 'notes' says what may be missing.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "400", description = "A problem: which value is wrong")
  public Uni<SlotPageView> find(
      @Parameter(description = "Part of the id or the name, in any case") @QueryParam("query")
          Optional<String> query,
      @Parameter(description = "OPEN, CLOSED, AWARDED, UNSOLD, REJECTED or SETTLED")
          @QueryParam("state")
          Optional<String> state,
      @Parameter(description = "Where the page before ended: its 'next'") @QueryParam("after")
          Optional<String> after,
      @Parameter(description = "At most so many, 1 to 200, 50 if absent") @QueryParam("limit")
          Optional<String> limit) {
    SlotQuery wanted =
        new SlotQuery(
            QueryInputs.text(query, "query", LONGEST_QUERY),
            QueryInputs.oneOf(
                state.filter(value -> !value.isEmpty()), "state", List.of(SlotState.values())),
            after.filter(cursor -> !cursor.isEmpty()).map(SlotCursor::parse),
            QueryInputs.limit(limit, DEFAULT_LIMIT, MAX_LIMIT));
    return search.search(wanted).map(SlotPageView::of);
  }

  @GET
  @Path("{slotId}/story")
  @Blocking
  @Operation(
      summary = "Tells everything that is known of a slot",
      description =
          "Each part is asked for now, of the service that knows it, and has its own status. Bids"
              + " stay sealed until the close.")
  @APIResponse(responseCode = "200", description = "The parts, those too that are not to be had")
  @APIResponse(responseCode = "400", description = "A problem: no slot can have this id")
  public Uni<StoryView> story(@PathParam("slotId") String slotId) {
    return stories.of(QueryInputs.slotId(slotId)).map(StoryView::of);
  }
}
