package io.quantedge.telemetry.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.telemetry.domain.StoredSlot;
import io.quantedge.telemetry.domain.StoredSums;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");
  private static final Map<Topic, Optional<Instant>> CUT =
      Map.of(
          Topic.SETTLEMENTS, Optional.of(NOW.minusSeconds(60)),
          Topic.AUCTION_OUTCOMES, Optional.empty());

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final TelemetryState state = States.empty(clock);
  private final Rebuild rebuild = States.rebuild(clock);
  private final FakeStore store = new FakeStore();
  private final Completion completion = States.completion(state, store, rebuild, clock);

  @Test
  void aTopicThatLostNothingNeedsNoStore() {
    completion.replayBegins(Map.of(Topic.SETTLEMENTS, Optional.empty()));
    rebuild.progressed(0);
    completion.topicsRead();

    assertThat(rebuild.hasCaughtUp()).isTrue();
    assertThat(store.questions).isZero();
    assertThat(state.overview().coverage().exact()).isTrue();
    assertThat(state.overview().coverage().since()).containsEntry("settlements", null);
  }

  @Test
  void itIsNotReadyBeforeTheStoreWasAskedPageByPage() {
    completion.replayBegins(CUT);
    rebuild.progressed(0);
    assertThat(rebuild.hasCaughtUp()).isFalse();
    state.apply(new SettlementEvent.Unsold(new SlotId("slot-00"), NOW, NOW.minusSeconds(60)));
    assertThat(state.checks().get(1).holds()).as("without its outcome, for now").isNull();

    completion.topicsRead();

    assertThat(rebuild.hasCaughtUp()).isTrue();
    assertThat(state.totals().settlements()).isEqualTo(20 + 5);
    assertThat(state.totals().outcomes()).isEqualTo(20 + 5);
    assertThat(state.checks().get(1).holds()).isTrue();
    assertThat(state.overview().coverage().fromTruthStore()).contains("settlements", "outcomes");
  }

  @Test
  void withoutTheStoreItServesAndSaysWhatIsMissingAndCompletesLater() {
    store.isAway = true;
    completion.replayBegins(CUT);
    rebuild.progressed(0);
    completion.topicsRead();

    assertThat(rebuild.hasCaughtUp()).isTrue();
    assertThat(state.overview().coverage().exact()).isFalse();
    assertThat(state.overview().coverage().notKnown().getFirst()).contains("has not answered");

    store.isAway = false;
    completion.tryAgain();

    assertThat(state.totals().settlements()).isEqualTo(25);
    assertThat(state.overview().coverage().fromTruthStore()).contains("settlements");
    completion.tryAgain();
    assertThat(state.totals().settlements()).isEqualTo(25);
  }

  /** Twenty slots of now, five of long ago. */
  private static final class FakeStore implements TruthHistory {
    private boolean isAway;
    private int questions;

    private <T> Uni<T> answer(T answer) {
      questions++;
      return isAway
          ? Uni.createFrom().failure(new IllegalStateException("away"))
          : Uni.createFrom().item(answer);
    }

    @Override
    public Uni<StoredSums> sumsBefore(Instant instant) {
      return answer(new StoredSums(instant, 0, 0, 5, new TreeMap<>(), new TreeMap<>()));
    }

    @Override
    public Uni<List<StoredSlot>> slotsFrom(Instant instant, Optional<SlotId> after, int limit) {
      return answer(
          IntStream.range(0, 20)
              .mapToObj("slot-%02d"::formatted)
              .filter(id -> after.isEmpty() || id.compareTo(after.get().value()) > 0)
              .limit(limit)
              .map(id ->
                  new StoredSlot(
                      "name",
                      Optional.empty(),
                      new SettlementEvent.Unsold(new SlotId(id), NOW, NOW)))
              .toList());
    }

    @Override
    public Uni<List<ConflictEvent>> conflictEvents(Optional<ConflictEvent> after, int limit) {
      return answer(List.of());
    }
  }
}
