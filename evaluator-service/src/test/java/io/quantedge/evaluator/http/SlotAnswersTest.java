package io.quantedge.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.Instance;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotOwners.Owner;
import io.quantedge.evaluator.domain.ClosedSlots;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SlotAnswersTest {
  private static final SlotId SLOT = ClosedSlots.SLOT.slotId();
  private static final String PATH = "/v1/slots/sealed/outcome";
  private static final PeerAddress PEER = PeerAddress.parse("127.0.0.1:8182");
  private static final Asker ASKER =
      new Asker(new Viewer.Anonymous(), Optional.of("Bearer secret"), false);

  private final Instance instance = new Instance();
  private final FakePeers peers = new FakePeers();
  private Owner owner = new Owner.Here();

  @Test
  void slotThatIsKnownHereIsAnsweredHereWhoeverMayOwnItNow() {
    instance.knows(ClosedSlots.awarded());
    owner = new Owner.Elsewhere(PEER);

    Response response = ask(ASKER);

    assertThat(response.getEntity()).isEqualTo("from here");
    assertThat(peers.asked).isEmpty();
  }

  @Test
  void slotOfAnotherInstanceIsAskedForThereOnceWithTheKeyAndHandedOnAsItIs() {
    owner = new Owner.Elsewhere(PEER);
    peers.reply =
        new Peers.Reply(
            409,
            Optional.of("application/problem+json"),
            Optional.of("1"),
            Optional.empty(),
            "{}".getBytes(StandardCharsets.UTF_8));

    Response response = ask(ASKER);

    assertThat(peers.asked).containsExactly("127.0.0.1:8182 " + PATH + " Bearer secret");
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(response.getMediaType()).hasToString("application/problem+json");
    assertThat(response.getHeaderString("Retry-After")).isEqualTo("1");
    assertThat((byte[]) response.getEntity()).asString().isEqualTo("{}");
  }

  @Test
  void questionThatWasPassedOnIsNotPassedOnAgain() {
    owner = new Owner.Elsewhere(PEER);

    ProblemException refusal = refusal(new Asker(new Viewer.Anonymous(), Optional.empty(), true));

    assertThat(refusal.kind()).isEqualTo(Problem.Kind.OWNER_UNKNOWN);
    assertThat(peers.asked).isEmpty();
  }

  @Test
  void ownerThatDoesNotAnswerIsNamedAndTheQuestionMayBeRepeated() {
    owner = new Owner.Elsewhere(PEER);
    peers.silent = true;

    ProblemException refusal = refusal(ASKER);

    assertThat(refusal.kind()).isEqualTo(Problem.Kind.OWNER_SILENT);
    assertThat(refusal).hasMessageContaining("127.0.0.1:8182").hasMessageContaining("'sealed'");
  }

  @Test
  void slotIsDeniedByItsOwnerAloneAndOnlyWhenItHasReadTheLog() {
    assertThat(refusal(ASKER).kind()).isEqualTo(Problem.Kind.UNKNOWN_SLOT);

    owner = new Owner.Unknown("the broker is away");
    assertThat(refusal(ASKER).kind()).isEqualTo(Problem.Kind.OWNER_UNKNOWN);

    instance.catchesUp();
    assertThat(refusal(ASKER).kind()).isEqualTo(Problem.Kind.CATCHING_UP);
    owner = new Owner.Here();
    assertThat(refusal(ASKER).kind()).isEqualTo(Problem.Kind.CATCHING_UP);
  }

  private ProblemException refusal(Asker asker) {
    return catchThrowableOfType(ProblemException.class, () -> ask(asker));
  }

  private Response ask(Asker asker) {
    return new SlotAnswers(instance.queries(), new FixedOwner(), peers)
        .answer(SLOT, PATH, asker, view -> "from here");
  }

  /** Says what the test wants. */
  private final class FixedOwner implements SlotOwners {
    @Override
    public Owner ownerOf(SlotId slotId) {
      return owner;
    }

    @Override
    public Set<PeerAddress> others() {
      return Set.of();
    }
  }

  /** Notes what is asked, and answers the same to everything. */
  private static final class FakePeers implements Peers {
    private final List<String> asked = new ArrayList<>();
    private boolean silent;
    private Reply reply =
        new Reply(200, Optional.empty(), Optional.empty(), Optional.empty(), new byte[0]);

    @Override
    public Reply get(PeerAddress peer, String path, Optional<String> authorization)
        throws PeerSilentException {
      asked.add(peer + " " + path + " " + authorization.orElse("-"));
      if (silent) {
        throw new PeerSilentException("silent", new IOException("connection refused"));
      }
      return reply;
    }
  }
}
