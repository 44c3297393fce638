package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.localstack.dsql.fault.Cut;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.dsql.Instances.Instance;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@NullUnmarked
class DeliveryIT extends ServiceIT {
  @Inject Instances instances;

  @AfterEach
  void theStoreIsWhole() {
    faults.clear();
    instances.close();
  }

  @Test
  void anOutcomeThatComesFiveTimesToFourInstancesIsSettledOnceAndAContradictionIsRaised() {
    String buyer = advertiser("100");
    String slotId = fresh("often");
    AuctionOutcome outcome = awarded(slotId, offer(buyer, "5.4000"));
    List<Instance> four =
        Stream.of("a", "b", "c", "d")
            .map(name -> instances.open(name, instances.guard(), Map.of()))
            .toList();
    List<Uni<List<Optional<String>>>> deliveries = new ArrayList<>();
    for (Instance instance : four) {
      for (int i = 0; i < 5; i++) {
        deliveries.add(instance.process(List.of(outcome)));
      }
    }

    List<List<Optional<String>>> verdicts = now(Uni.join().all(deliveries).andFailFast());
    List<Optional<String>> contradiction =
        now(four.getFirst().process(List.of(awarded(slotId, offer(buyer, "9.9000")))));

    assertThat(verdicts).hasSize(20).allMatch(verdict -> verdict.getFirst().isEmpty());
    assertThat(four.stream().flatMap(instance -> instance.told().announced.stream()).distinct())
        .as("all say the same")
        .hasSize(1);
    assertThat(contradiction.getFirst())
        .hasValueSatisfying(text -> assertThat(text).contains("is settled by another outcome"));
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId))
        .isEqualTo(3);
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
  }

  @Test
  void anOperationThatWaitsForItsNextAttemptHoldsNoConnection() {
    String buyer = advertiser("100");
    RetryPolicy patient =
        new RetryPolicy(5, Duration.ofSeconds(20), Duration.ofSeconds(4), Duration.ofSeconds(4));
    Instance one = instances.open("one", instances.guard(), Map.of("pool-size", "1"), patient);
    AuctionOutcome waits = awarded(fresh("waits"), offer(buyer, "1.0000"));
    AuctionOutcome goesOn = awarded(fresh("goes-on"), offer(buyer, "1.0000"));
    faults.conflictNext("OC000", 1);
    CompletableFuture<?> waiting = one.process(List.of(waits)).subscribeAsCompletionStage();
    await().until(() -> !one.told().conflicts.isEmpty());

    now(one.process(List.of(goesOn)));

    assertThat(one.told().announced)
        .as("backoff %s", one.told().conflicts.getFirst())
        .extracting(event -> event.slotId())
        .containsExactly(goesOn.slot().slotId());
    now(Uni.createFrom().completionStage(waiting));
    assertThat(one.told().announced).hasSize(2);
  }

  @Test
  void aCommitWhoseAnswerIsLostIsFoundAtTheOtherEndpointAndNotDoneAgain() {
    String buyer = advertiser("100");
    String slotId = fresh("lost");
    Instance instance =
        instances.open(
            "lost", instances.guard(), Map.of("failures-to-open", "1", "healthy-for", "10m"));
    now(instance.store().settlementOf(new io.quantedge.contracts.id.SlotId(slotId)));
    faults.cutNext(Cut.AFTER_COMMIT, 1);

    now(instance.process(List.of(awarded(slotId, offer(buyer, "5.4000")))));

    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId))
        .isEqualTo(3);
    assertThat(store.guardedBalance(buyer)).isEqualByComparingTo("-5.4");
    List<ConflictEvent> events = instance.told().conflicts;
    assertThat(events).as("unknown, then found").hasSize(2);
    assertThat(events.getFirst())
        .isInstanceOfSatisfying(
            AttemptFailed.class,
            failed -> {
              assertThat(failed.cause()).isEqualTo(Cause.UNKNOWN_OUTCOME);
              assertThat(failed.attempt()).isOne();
            });
    assertThat(events.getLast())
        .isInstanceOfSatisfying(
            Resolved.class,
            resolved -> {
              assertThat(resolved.finding()).isEqualTo(Finding.ALREADY_SETTLED);
              assertThat(resolved.region()).as("the other endpoint").isEqualTo("eu-west-1");
              assertThat(resolved.attempt()).isEqualTo(2);
            });
  }
}
