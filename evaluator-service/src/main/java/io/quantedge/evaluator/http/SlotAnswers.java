package io.quantedge.evaluator.http;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.application.Peers.PeerSilentException;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotOwners.Owner;
import io.quantedge.evaluator.application.SlotQueries;
import io.quantedge.evaluator.application.SlotQueries.Answer;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Lets the right instance answer for a slot: this one, if it knows the slot; else the one that owns
 * the slot's partition, asked once. Thread-safe; blocks while another instance is asked.
 */
@ApplicationScoped
class SlotAnswers {
  private static final Logger LOG = Logger.getLogger(SlotAnswers.class);

  private final SlotQueries slots;
  private final SlotOwners owners;
  private final Peers peers;

  SlotAnswers(SlotQueries slots, SlotOwners owners, Peers peers) {
    this.slots = slots;
    this.owners = owners;
    this.peers = peers;
  }

  /**
   * @param path what another instance would have to be asked
   * @param body the answer from what is known of the slot
   * @throws ProblemException if there is no answer
   */
  Response answer(SlotId slotId, String path, Asker asker, Function<SlotView, Object> body) {
    return switch (slots.find(slotId)) {
      case Answer.Known(SlotView view) -> Response.ok(body.apply(view)).build();
      case Answer.Unknown ignored -> elsewhere(slotId, path, asker, unknown(slotId));
      case Answer.NotYetKnown ignored -> elsewhere(slotId, path, asker, notYetKnown(slotId));
    };
  }

  private Response elsewhere(SlotId slotId, String path, Asker asker, ProblemException ifHere) {
    return switch (owners.ownerOf(slotId)) {
      case Owner.Here ignored -> throw ifHere;
      case Owner.Elsewhere(PeerAddress address) -> forward(address, slotId, path, asker);
      case Owner.Unknown(String cause) -> throw ownerUnknown(slotId, cause, ifHere);
    };
  }

  private Response forward(PeerAddress owner, SlotId slotId, String path, Asker asker) {
    if (asker.forwarded()) {
      throw new ProblemException(
          Problem.Kind.OWNER_UNKNOWN,
          "slot '" + slotId + "' was looked for here and has moved to " + owner + "; ask again");
    }
    try {
      return handOn(peers.get(owner, path, asker.authorization()));
    } catch (PeerSilentException e) {
      LOG.warnf("owner silent slot=%s owner=%s cause=%s", slotId, owner, e.getCause());
      throw new ProblemException(
          Problem.Kind.OWNER_SILENT,
          "instance "
              + owner
              + " evaluates slot '"
              + slotId
              + "' and does not answer; another one takes over if it is gone, ask again");
    }
  }

  static Response handOn(Peers.Reply reply) {
    Response.ResponseBuilder response =
        Response.status(reply.status())
            .type(MediaType.valueOf(reply.contentType().orElse(MediaType.APPLICATION_JSON)))
            .entity(reply.body());
    reply.retryAfter().ifPresent(value -> response.header(HttpHeaders.RETRY_AFTER, value));
    reply.challenge().ifPresent(value -> response.header(HttpHeaders.WWW_AUTHENTICATE, value));
    return response.build();
  }

  /** While this instance still reads, the slot may well be one of its own. */
  private static ProblemException ownerUnknown(
      SlotId slotId, String cause, ProblemException ifHere) {
    return ifHere.kind() == Problem.Kind.CATCHING_UP
        ? ifHere
        : new ProblemException(
            Problem.Kind.OWNER_UNKNOWN,
            "which instance evaluates slot '" + slotId + "' is not known: " + cause);
  }

  private static ProblemException unknown(SlotId slotId) {
    return new ProblemException(
        Problem.Kind.UNKNOWN_SLOT,
        "no slot '"
            + slotId
            + "' is known to its evaluator: it was not opened, or was decided long ago, and then"
            + " settlement-service knows it");
  }

  private static ProblemException notYetKnown(SlotId slotId) {
    return new ProblemException(
        Problem.Kind.CATCHING_UP,
        "slot '" + slotId + "' is not known yet, the log is still being read; ask again");
  }
}
