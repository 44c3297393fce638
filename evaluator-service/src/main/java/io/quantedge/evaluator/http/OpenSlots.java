package io.quantedge.evaluator.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotViews;
import io.quantedge.evaluator.application.SlotViews.Due;
import io.quantedge.evaluator.http.OpenSlotsPage.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists the slots that are open, of all instances or of this one. Thread-safe; blocks while other
 * instances are asked.
 */
@ApplicationScoped
class OpenSlots {
  private static final int OK = 200;

  private final SlotViews views;
  private final EvaluatorStatus status;
  private final SlotOwners owners;
  private final Peers peers;
  private final ObjectMapper json;

  OpenSlots(
      SlotViews views, EvaluatorStatus status, SlotOwners owners, Peers peers, ObjectMapper json) {
    this.views = views;
    this.status = status;
    this.owners = owners;
    this.peers = peers;
    this.json = json;
  }

  /**
   * @throws ProblemException if not all of them are known now
   */
  OpenSlotsPage list(Scope scope, Optional<Due> after, int limit, Asker asker) {
    OpenSlotsPage own = own(after, limit);
    return switch (scope) {
      case INSTANCE -> own;
      case ALL -> all(own, asker, after, limit);
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
