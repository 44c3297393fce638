package io.quantedge.telemetry.application.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.telemetry.application.FullJitter;
import io.quantedge.telemetry.application.proof.ProofRun.State;
import io.quantedge.telemetry.application.proof.Proofs.Requested;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final int QUEUE_SIZE = 2;

  private final FakeRunner runner = new FakeRunner();
  private final FakeStore store = new FakeStore();
  private final ProofFigures figures = new ProofFigures();
  private final Proofs proofs = proofs(true);

  private Proofs proofs(boolean enabled) {
    Proofs.Settings settings = new Proofs.Settings(enabled, QUEUE_SIZE, 3, 3, new FullJitter(1, 2));
    Clock clock = Clock.systemUTC();
    Random random = new Random(11);
    ProofExecution execution = new ProofExecution(runner, store, figures, settings, random, clock);
    return new Proofs(runner, store, execution, settings, random, clock);
  }

  private Requested request(ProofName kind, Map<String, Long> parameters) {
    return proofs.request(kind, parameters).await().atMost(SOON);
  }

  private ProofRun accepted(ProofName kind) {
    return ((Requested.Accepted) request(kind, Map.of())).run();
  }

  private ProofRun find(UUID runId) {
    return proofs.find(runId).await().atMost(SOON).orElseThrow();
  }

  private static ProofSide side(boolean guarded, boolean holds) {
    return new ProofSide(guarded, holds, guarded ? "One settlement." : "Nine settlements.", "{}");
  }

  @Test
  void bothSidesRunOneAfterTheOtherWithTheSameParameters() {
    ProofRun run = accepted(ProofName.RACE);
    assertThat(run.state()).isEqualTo(State.QUEUED);
    assertThat(run.parameters()).containsEntry("workers", 50L).containsKey("seed");

    assertThat(find(run.runId()).state()).isEqualTo(State.RUNNING);
    runner.end(side(true, true));
    assertThat(find(run.runId()).guarded()).isPresent();
    runner.end(side(false, false));

    ProofRun done = find(run.runId());
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.holds()).contains(true);
    assertThat(done.sentence())
        .isEqualTo("Holds. One settlement. Without the guard: Nine settlements.");
    assertThat(runner.asked)
        .containsExactly("RACE true " + run.parameters(), "RACE false " + run.parameters());
    assertThat(store.runs).containsOnlyKeys(run.runId());
    assertThat(figures.count(ProofName.RACE, ProofFigures.Result.HOLDS)).isEqualTo(1);
  }

  @Test
  void aProofHoldsOnlyIfItsGuardMakesTheDifference() {
    ProofRun broken = accepted(ProofName.RACE);
    runner.end(side(true, false));
    runner.end(side(false, false));
    ProofRun idle = accepted(ProofName.RACE);
    runner.end(side(true, true));
    runner.end(side(false, true));

    assertThat(find(broken.runId()).holds()).contains(false);
    assertThat(find(broken.runId()).sentence()).startsWith("Does not hold.");
    assertThat(find(idle.runId()).holds()).contains(false);
    assertThat(find(idle.runId()).sentence()).startsWith("Proves nothing:");
    assertThat(figures.count(ProofName.RACE, ProofFigures.Result.FAILS)).isEqualTo(2);
  }

  @Test
  void oneRunsAtATimeWhateverItsKindAndOfEachKindSomeWait() {
    ProofRun race = accepted(ProofName.RACE);
    ProofRun burst = accepted(ProofName.BURST);
    accepted(ProofName.RACE);
    accepted(ProofName.RACE);

    assertThat(request(ProofName.RACE, Map.of())).isEqualTo(new Requested.Full(2));
    assertThat(find(burst.runId()).state()).isEqualTo(State.QUEUED);
    assertThat(runner.open).hasSize(1);
    Proofs.Board board = proofs.board().await().atMost(SOON);
    assertThat(board.running()).isEqualTo(Map.of(ProofName.RACE, race.runId()));
    assertThat(board.queued()).containsEntry(ProofName.RACE, 2L).containsEntry(ProofName.BURST, 1L);

    runner.end(side(true, true));
    runner.end(side(false, false));

    assertThat(find(burst.runId()).state()).isEqualTo(State.RUNNING);
    assertThat(request(ProofName.BURST, Map.of())).isInstanceOf(Requested.Accepted.class);
  }

  @Test
  void aSideThatCannotBeRunMakesAFailedRunThatSaysWhyAndTheNextOneRuns() {
    ProofRun failed = accepted(ProofName.RACE);
    ProofRun next = accepted(ProofName.RACE);

    runner.end(side(true, true));
    runner.fail(new ProofRunner.FailedException("settlement-service gave no answer"));

    assertThat(find(failed.runId()).state()).isEqualTo(State.FAILED);
    assertThat(find(failed.runId()).holds()).isEmpty();
    assertThat(find(failed.runId()).guarded()).isPresent();
    assertThat(find(failed.runId()).sentence())
        .isEqualTo("Nothing is proved: settlement-service gave no answer");
    assertThat(store.runs).containsKey(failed.runId());
    assertThat(find(next.runId()).state()).isEqualTo(State.RUNNING);
  }

  @Test
  void aSideIsAskedForAgainWhileSomebodyElsesIsRunning() {
    ProofRun run = accepted(ProofName.RACE);

    runner.fail(new ProofRunner.BusyException("409 PROOF_RUNNING"));
    Awaitility.await().atMost(SOON).until(() -> runner.open.size() == 1);
    runner.end(side(true, true));
    runner.end(side(false, false));

    assertThat(find(run.runId()).holds()).contains(true);
    assertThat(runner.asked).hasSize(3);
  }

  @Test
  void aSideThatIsTheWrongOneProvesNothing() {
    ProofRun run = accepted(ProofName.RACE);
    runner.end(side(true, true));
    runner.end(side(true, false));

    assertThat(find(run.runId()).state()).isEqualTo(State.FAILED);
  }

  @Test
  void whatCannotBeRunIsRefusedWithTheReason() {
    assertThat(request(ProofName.FAILOVER, Map.of()))
        .isEqualTo(new Requested.Unavailable("no safe target"));
    assertThat(request(ProofName.WRITE_SKEW, Map.of()))
        .isEqualTo(new Requested.Unavailable("the settlement service does not know this proof"));

    runner.offer = ProofOffer.none("settlement-service gave no answer");
    assertThat(request(ProofName.RACE, Map.of()))
        .isEqualTo(new Requested.Unavailable("settlement-service gave no answer"));

    assertThat(proofs(false).request(ProofName.RACE, Map.of()).await().atMost(SOON))
        .isInstanceOf(Requested.Unavailable.class);
    assertThat(runner.asked).isEmpty();
  }

  @Test
  void parametersAreCheckedAgainstWhatIsOffered() {
    assertThatThrownBy(() -> request(ProofName.RACE, Map.of("workers", 201L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'workers' must be 2 to 200; it was 201");
    assertThatThrownBy(() -> request(ProofName.RACE, Map.of("accounts", 3L)))
        .hasMessageContaining("no parameter 'accounts'");
    assertThatThrownBy(() -> request(ProofName.RACE, Map.of("seed", -1L)))
        .hasMessageContaining("'seed'");

    request(ProofName.RACE, Map.of("workers", 200L, "seed", 7L));
    assertThat(runner.asked).containsExactly("RACE true {seed=7, workers=200}");
  }

  @Test
  void listsHaveWhatWaitsWhatRunsAndWhatIsStoredNewestFirstWithoutRepeats() {
    ProofRun first = accepted(ProofName.RACE);
    ProofRun second = accepted(ProofName.RACE);
    ProofRun third = accepted(ProofName.BURST);
    runner.end(side(true, true));
    runner.end(side(false, false));

    assertThat(list(Optional.empty(), Optional.empty(), 10))
        .extracting(ProofRun::runId)
        .containsExactlyInAnyOrder(first.runId(), second.runId(), third.runId());
    assertThat(list(Optional.of(ProofName.BURST), Optional.empty(), 10))
        .extracting(ProofRun::runId)
        .containsExactly(third.runId());

    List<UUID> paged = new ArrayList<>();
    Optional<ProofRunStore.Key> after = Optional.empty();
    for (int page = 0; page < 3; page++) {
      ProofRun run = list(Optional.empty(), after, 1).getFirst();
      paged.add(run.runId());
      after = Optional.of(new ProofRunStore.Key(run.requestedAt(), run.runId()));
    }
    assertThat(paged).containsExactlyInAnyOrder(first.runId(), second.runId(), third.runId());
    assertThat(list(Optional.empty(), after, 1)).isEmpty();
  }

  private List<ProofRun> list(
      Optional<ProofName> kind, Optional<ProofRunStore.Key> after, int limit) {
    return proofs.list(new ProofRunStore.Query(kind, after, limit)).await().atMost(SOON);
  }

  @Test
  void whatCannotBeStoredStaysInSightAndHoldsNothingUp() {
    store.failures = 100;
    ProofRun run = accepted(ProofName.RACE);
    runner.end(side(true, true));
    runner.end(side(false, false));

    assertThat(find(run.runId()).state()).isEqualTo(State.DONE);
    assertThat(accepted(ProofName.RACE).state()).isEqualTo(State.QUEUED);
    assertThat(runner.open).hasSize(1);
  }

  @Test
  void storingIsTriedAgain() {
    store.failures = 2;
    ProofRun run = accepted(ProofName.RACE);
    runner.end(side(true, true));
    runner.end(side(false, false));

    Awaitility.await().atMost(SOON).until(() -> store.runs.containsKey(run.runId()));
    assertThat(proofs.board().await().atMost(SOON).last()).containsOnlyKeys(ProofName.RACE);
  }

  /** Offers two proofs, and ends a side when it is told to. */
  private static final class FakeRunner implements ProofRunner {
    private final List<String> asked = new ArrayList<>();
    private final Deque<UniEmitter<? super ProofSide>> open = new ArrayDeque<>();
    private ProofOffer offer =
        new ProofOffer(
            Optional.empty(),
            Map.of(
                ProofName.RACE,
                kind(Optional.empty()),
                ProofName.BURST,
                kind(Optional.empty()),
                ProofName.FAILOVER,
                kind(Optional.of("no safe target"))));

    private static ProofOffer.Kind kind(Optional<String> whyNot) {
      return new ProofOffer.Kind(
          whyNot, List.of(new ProofOffer.Parameter("workers", 2, 200, 50, "how many race")));
    }

    void end(ProofSide side) {
      open.removeFirst().complete(side);
    }

    void fail(RuntimeException failure) {
      open.removeFirst().fail(failure);
    }

    @Override
    public Uni<ProofOffer> offer() {
      return Uni.createFrom().item(offer);
    }

    @Override
    public Uni<ProofSide> run(ProofName proof, Map<String, Long> parameters, boolean guarded) {
      return Uni.createFrom()
          .emitter(emitter -> {
            asked.add(proof + " " + guarded + " " + parameters);
            open.addLast(emitter);
          });
    }
  }

  private static final class FakeStore implements ProofRunStore {
    private final Map<UUID, ProofRun> runs = new LinkedHashMap<>();
    private int failures;

    @Override
    public Uni<Void> insert(ProofRun run) {
      if (failures > 0) {
        failures--;
        return Uni.createFrom().failure(new IllegalStateException("away"));
      }
      runs.put(run.runId(), run);
      return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Optional<ProofRun>> find(UUID runId) {
      return Uni.createFrom().item(Optional.ofNullable(runs.get(runId)));
    }

    @Override
    public Uni<List<ProofRun>> list(Query query) {
      return Uni.createFrom()
          .item(
              runs.values().stream()
                  .filter(run -> query.kind().isEmpty() || query.kind().get() == run.kind())
                  .filter(run ->
                      query.after().isEmpty()
                          || run.requestedAt().isBefore(query.after().get().requestedAt()))
                  .limit(query.limit())
                  .toList());
    }

    @Override
    public Uni<Map<ProofName, ProofRun>> newest() {
      Map<ProofName, ProofRun> newest = new LinkedHashMap<>();
      runs.values().forEach(run -> newest.put(run.kind(), run));
      return Uni.createFrom().item(newest);
    }
  }
}
