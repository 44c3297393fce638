package io.quantedge.ingest.http;

import io.quantedge.ingest.application.AskForTraffic;
import io.quantedge.ingest.application.ListSlots;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lists slots, from the store. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
class SlotListResource {
  private final ListSlots listSlots;
  private final AskForTraffic traffic;

  SlotListResource(ListSlots listSlots, AskForTraffic traffic) {
    this.listSlots = listSlots;
    this.traffic = traffic;
  }

  @GET
  @Path("/slots")
  @Operation(
      summary = "List slots by closing time",
      description =
          "In the order of their closing times; without times, those that close from an hour ago to"
              + " a day from now. A page looks at 24 hours at most: it may be empty and not the"
              + " last. A slot that was just opened appears within moments.")
  @APIResponse(
      responseCode = "200",
      description = "A page of slots",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "slots",
                      value =
                          """
                          {"items": [{"slotId": "front-page", "publisherId": "pub-news",
                            "name": "front page", "floor": "1.0000", "currency": "USD",
                            "pricing": "SECOND_PRICE", "ranking": "PRICE", "increment": "0.0100",
                            "opensAt": "2030-01-31T11:00:00Z", "closesAt": "2030-01-31T12:00:00Z",
                            "state": "OPEN"}], "next": "MDAwMTg5NjEwMDQwMDAwMA"}\
                          """)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<PageView<SlotView>> slots(
      @Parameter(description = "OPEN, CLOSED, AWARDED or UNSOLD") @RestQuery @Nullable String state,
      @Parameter(example = "2030-01-31T11:00:00Z") @RestQuery @Nullable String closesFrom,
      @Parameter(description = "not included", example = "2030-01-31T13:00:00Z") @RestQuery
          @Nullable String closesTo,
      @Parameter(description = "1 to 100, default 50") @RestQuery @Nullable String limit,
      @Parameter(description = "next of the page before") @RestQuery @Nullable String cursor) {
    return listSlots
        .list(new ListSlots.Question(state, closesFrom, closesTo, limit, cursor))
        .map(page -> PageView.of(page.map(SlotView::of)));
  }

  @GET
  @Path("/hot-slots")
  @Operation(
      summary = "Slots with the most bids",
      description = "Of those whose counts changed in this hour or the last, most bids first.")
  @APIResponse(
      responseCode = "200",
      description = "The slots",
      content =
          @Content(
              examples =
                  @ExampleObject(
                      name = "hot slots",
                      value =
                          """
                          [{"slotId": "front-page", "received": 81234, "counted": 81201, "late": 0,
                            "closed": false, "offset": 90817,
                            "countedAt": "2030-01-31T11:59:58.204Z"}]\
                          """)))
  @APIResponse(responseCode = "400", ref = "Problem")
  @APIResponse(responseCode = "503", ref = "Problem")
  public Uni<List<HotSlotView>> hotSlots(
      @Parameter(description = "1 to 100, default 10") @RestQuery @Nullable String limit) {
    return traffic.hotSlots(limit).map(hot -> hot.stream().map(HotSlotView::of).toList());
  }
}
