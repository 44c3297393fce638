package io.quantedge.evaluator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.application.SlotViews.Due;
import io.quantedge.evaluator.http.OpenSlotsPage.Scope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists the slots that are open, of all instances or of the one that is asked. */
@Path("/v1/slots")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "slots")
class OpenSlotsResource {
  private static final int OK = 200;

  private final SlotViews views;
  private final EvaluatorStatus status;
  private final SlotOwners owners;
  private final Peers peers;
  private final ObjectMapper json;
  private final AccessKeys keys;

  OpenSlotsResource(
      SlotViews views,
      EvaluatorStatus status,
      SlotOwners owners,
      Peers peers,
      ObjectMapper json,
      AccessKeys keys) {
    this.views = views;
    this.status = status;
    this.owners = owners;
    this.peers = peers;
    this.json = json;
    this.keys = keys;
  }

  /**
   * Only open slots are listed here: decided ones are ingest-service's and settlement-service's.
   */
  enum ListedState {
    OPEN
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
    Scope wanted = Inputs.choice(scope, "scope", Scope.ALL);
    Optional<Due> last = after.map(Inputs::due);
    int count = Inputs.limit(limit);
    Asker asker = Asker.of(headers, keys);
    OpenSlotsPage own = own(last, count);
    return switch (wanted) {
      case INSTANCE -> own;
      case ALL -> all(own, asker, last, count);
    };
  }

  private OpenSlotsPage own(Optional<Due> after, int limit) {
    if (!status.isReady()) {
      throw new ProblemException(
          Problem.Kind.CATCHING_UP,
          "the open slots are not all known yet, the log is still being read; ask again");
    }
    return OpenSlotsPage.of(views.open(after, limit + 1), limit);
  }

  private OpenSlotsPage all(OpenSlotsPage own, Asker asker, Optional<Due> after, int limit) {
    List<OpenSlotsPage> pages = new ArrayList<>();
    pages.add(own);
    String path =
        "/v1/slots?state=OPEN&scope=INSTANCE&limit="
            + limit
            + after.map(Inputs::cursor).map(cursor -> "&after=" + cursor).orElse("");
    try {
      for (PeerAddress peer : owners.others()) {
        pages.add(ask(peer, path, asker));
      }
    } catch (SlotOwners.UnknownOwnersException e) {
      throw new ProblemException(
          Problem.Kind.OWNER_UNKNOWN, "the open slots are not all known: " + e.getMessage());
    }
    return OpenSlotsPage.merged(pages, limit);
  }

  private OpenSlotsPage ask(PeerAddress peer, String path, Asker asker) {
    try {
      Peers.Reply reply = peers.get(peer, path, asker.authorization());
      if (reply.status() == OK) {
        return json.readValue(reply.body(), OpenSlotsPage.class);
      }
      throw silent(peer, "answered " + reply.status());
    } catch (Peers.PeerSilentException e) {
      throw silent(peer, "does not answer");
    } catch (IOException e) {
      throw silent(peer, "answered something else than a list");
    }
  }

  private static ProblemException silent(PeerAddress peer, String what) {
    return new ProblemException(
        Problem.Kind.OWNER_SILENT,
        "the open slots of instance "
            + peer
            + " are not known, it "
            + what
            + "; ask again, or for scope=INSTANCE");
  }
}
