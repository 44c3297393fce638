package io.quantedge.settlement.application.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;
import io.quantedge.settlement.application.proof.ProofException.Reason;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ProofsTest {
  private final FakeGround ground = new FakeGround();
  private final FakeFaults faults = new FakeFaults();

  @Test
  void aRaceHoldsIfTheStoreHasOneSale() {
    ProofSide side = proofs(true, 200).run(race(5));

    assertThat(side.holds()).isTrue();
    assertThat(side.timeline()).hasSize(5);
    assertThat(ground.closed).hasValue(1);
  }

  @Test
  void whatTheStoreHasCountsAndNotWhatWorkersSay() {
    ground.books = FakeGround.books(2);

    assertThat(proofs(true, 200).run(race(5)).holds()).isFalse();
  }

  @Test
  void nothingRunsUnlessItIsSwitchedOn() {
    Proofs proofs = proofs(false, 200);

    assertThat(proofs.whyNot())
        .hasValueSatisfying(why -> assertThat(why).contains("proofs.enabled"));
    assertThat(proofs.offers()).allSatisfy(offer -> assertThat(offer.whyNot()).isPresent());
    assertRefused(proofs, race(2), Reason.UNAVAILABLE, "switched off");
    assertThat(ground.opened).hasValue(0);
  }

  @Test
  void theFailoverProofNeedsAFaultApiAndASecondEndpoint() {
    faults.whyNot = Optional.of("nothing may be cut");
    assertRefused(proofs(true, 200), failover(), Reason.UNAVAILABLE, "nothing may be cut");

    faults.whyNot = Optional.empty();
    ground.hasSecond = false;
    assertRefused(proofs(true, 200), failover(), Reason.UNAVAILABLE, "one endpoint only");
    assertThat(faults.calls).isEmpty();
  }

  @Test
  void theConfigurationBoundsTheWorkers() {
    Proofs proofs = proofs(true, 10);

    assertThat(proofs.offer(ProofKind.RACE).workers()).isEqualTo(new ProofKind.Range(2, 10, 10));
    assertRefused(proofs, race(11), Reason.OUT_OF_RANGE, "workers must be 2 to 10; it was 11");
  }

  @Test
  void aStoreThatFailsLeavesNothingOpenAndTheNextProofRuns() {
    StoreException away =
        new StoreException(
            new StoreFailure.Unavailable(Optional.empty(), Optional.empty(), "away"), null);
    ground.defining = () -> Uni.createFrom().failure(away);
    Proofs proofs = proofs(true, 200);

    assertThatThrownBy(() -> proofs.run(race(2))).isSameAs(away);

    assertThat(ground.closed).hasValue(1);
    ground.defining = () -> Uni.createFrom().voidItem();
    assertThat(proofs.run(race(2)).holds()).isTrue();
  }

  @Test
  void aProofThatDoesNotEndIsGivenUpAndProvesNothing() {
    ground.settling = () -> Uni.createFrom().nothing();

    assertRefused(proofs(true, 200), race(2), Reason.FAILED, "proves nothing");

    assertThat(ground.closed).hasValue(1);
  }

  @Test
  void whatIsCutIsMendedThoughTheProofFails() {
    ground.changing =
        () -> {
          throw new IllegalStateException("a fault of ours");
        };

    assertThatThrownBy(() -> proofs(true, 200).run(failover())).hasMessage("a fault of ours");

    assertThat(faults.calls).containsExactly("look us-east-1", "cut us-east-1", "mend us-east-1");
    assertThat(ground.closed).hasValue(1);
  }

  @Test
  void itIsMendedThoughNobodyKnowsWhetherItWasCut() {
    faults.cutting = new ProofException(Reason.FAILED, "no answer to the cut");

    assertRefused(proofs(true, 200), failover(), Reason.FAILED, "no answer to the cut");

    assertThat(faults.calls).endsWith("mend us-east-1");
  }

  @Test
  void percentilesAreOfTheNearestRank() {
    long[] hundred = java.util.stream.LongStream.rangeClosed(1, 100).toArray();

    assertThat(Figures.percentile(hundred, 50)).hasValue(50L);
    assertThat(Figures.percentile(hundred, 99)).hasValue(99L);
    assertThat(Figures.percentile(new long[] {7}, 99)).hasValue(7L);
    assertThat(Figures.percentile(new long[0], 50)).isEmpty();
  }

  private static void assertRefused(
      Proofs proofs, ProofRequest request, Reason reason, String said) {
    assertThatThrownBy(() -> proofs.run(request))
        .isInstanceOfSatisfying(
            ProofException.class, refused -> assertThat(refused.reason()).isEqualTo(reason))
        .hasMessageContaining(said);
  }

  private Proofs proofs(boolean enabled, int maxWorkers) {
    return new Proofs(
        ground,
        faults,
        new ProofLimits(
            enabled,
            maxWorkers,
            Duration.ofSeconds(2),
            Duration.ofMillis(1),
            Duration.ofMillis(10)),
        Clock.systemUTC(),
        new SplittableRandom(7));
  }

  private static ProofRequest race(int workers) {
    return new ProofRequest(ProofKind.RACE, workers, 1, 7, true);
  }

  private static ProofRequest failover() {
    return new ProofRequest(ProofKind.FAILOVER, 1, 1, 7, true);
  }

  /** Remembers what it was asked. */
  private static final class FakeFaults implements NetworkFaults {
    final List<String> calls = new ArrayList<>();
    Optional<String> whyNot = Optional.empty();
    @org.jspecify.annotations.Nullable ProofException cutting;

    @Override
    public Optional<String> whyNot() {
      return whyNot;
    }

    @Override
    public void requireServing(String region) {
      calls.add("look " + region);
    }

    @Override
    public void cut(String region) {
      calls.add("cut " + region);
      if (cutting != null) {
        throw cutting;
      }
    }

    @Override
    public void mend(String region) {
      calls.add("mend " + region);
    }
  }
}
