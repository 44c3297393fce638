package io.quantedge.evaluator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.Json;
import io.quantedge.evaluator.application.Instance;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.Peers;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.domain.ClosedSlots;
import io.quantedge.evaluator.http.OpenSlotsPage.Item;
import io.quantedge.evaluator.http.OpenSlotsPage.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class OpenSlotsTest {
  private static final Asker ASKER =
      new Asker(new Viewer.Anonymous(), Optional.of("Bearer secret"), false);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final Instance instance = new Instance();
  private final List<String> asked = new ArrayList<>();
  private String reply = "";
  private int replyStatus = 200;
  private boolean ownersKnown = true;

  @Test
  void listOfAllMergesWhatTheInstancesHoldByDueTimeAndNamesNoneTwice()
      throws JsonProcessingException {
    // given a slot here, and the same one and two others there: its partition is moving
    instance.knows(ClosedSlots.open());
    Item here = Item.of(ClosedSlots.open());
    reply =
        json(
            item("earlier", here.deadline().minusSeconds(1)),
            here,
            item("later", NOON.plusSeconds(9_999)));

    OpenSlotsPage page = openSlots().list(Scope.ALL, Optional.empty(), 10, ASKER);

    assertThat(page.items())
        .extracting(item -> item.slotId().value())
        .containsExactly("earlier", "sealed", "later");
    assertThat(page.instances()).isEqualTo(2);
    assertThat(page.next()).isEmpty();
    assertThat(asked)
        .containsExactly(
            "127.0.0.1:8182 /v1/slots?state=OPEN&scope=INSTANCE&limit=10 Bearer secret");
  }

  @Test
  void pageEndsWhereItIsFullAndTheNextBeginsBehind() throws JsonProcessingException {
    instance.knows(ClosedSlots.open());
    Item earlier = item("earlier", Item.of(ClosedSlots.open()).deadline().minusSeconds(1));
    reply = json(earlier);

    OpenSlotsPage page = openSlots().list(Scope.ALL, Optional.empty(), 1, ASKER);

    assertThat(page.items()).containsExactly(earlier);
    assertThat(page.next().map(Inputs::due)).contains(earlier.due());
  }

  @Test
  void listThatCannotBeWholeIsRefused() throws JsonProcessingException {
    replyStatus = 503;
    assertThat(refusal()).isEqualTo(Problem.Kind.OWNER_SILENT);

    ownersKnown = false;
    assertThat(refusal()).isEqualTo(Problem.Kind.OWNER_UNKNOWN);

    instance.catchesUp();
    assertThat(refusal()).isEqualTo(Problem.Kind.CATCHING_UP);
  }

  private Problem.Kind refusal() {
    return catchThrowableOfType(
            ProblemException.class, () -> openSlots().list(Scope.ALL, Optional.empty(), 10, ASKER))
        .kind();
  }

  private OpenSlots openSlots() {
    return new OpenSlots(
        instance.views(), instance.status(), new TwoInstances(), this::answer, Json.mapper());
  }

  private Peers.Reply answer(PeerAddress peer, String path, Optional<String> authorization) {
    asked.add(peer + " " + path + " " + authorization.orElse("-"));
    return new Peers.Reply(
        replyStatus,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reply.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Item... items) throws JsonProcessingException {
    return Json.mapper()
        .writeValueAsString(new OpenSlotsPage(Scope.INSTANCE, 1, List.of(items), Optional.empty()));
  }

  private static Item item(String id, Instant deadline) {
    return new Item(
        new SlotId(id), new AccountId("publisher"), "slot " + id, deadline, deadline, 1, 0);
  }

  /** This instance and another one. */
  private final class TwoInstances implements SlotOwners {
    @Override
    public Owner ownerOf(SlotId slotId) {
      return new Owner.Here();
    }

    @Override
    public Set<PeerAddress> others() throws UnknownOwnersException {
      if (!ownersKnown) {
        throw new UnknownOwnersException("partition 3 has no owner at the moment");
      }
      return Set.of(PeerAddress.parse("127.0.0.1:8182"));
    }
  }
}
