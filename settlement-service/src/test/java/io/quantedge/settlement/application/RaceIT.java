package io.quantedge.settlement.application;

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
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.SettleOutcome.Settling;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@NullUnmarked
class RaceIT extends ServiceIT {
  private static final int WORKERS = 16;

  @Inject TruthStore truthStore;
  @Inject OccRunner runner;
  @Inject Operations operations;

  @ParameterizedTest
  @ValueSource(strings = {"settled", "rejected", "unsold"})
  void sixteenWorkersOnOneSlotCommitItOnceAndEveryLoserStops(String kind) {
    String buyer = advertiser(kind.equals("rejected") ? "1.0000" : "100.0000");
    String slotId = fresh("race");
    AuctionOutcome outcome =
        kind.equals("unsold") ? Outcomes.unsold(slotId) : awarded(slotId, offer(buyer, "5.4000"));

    Settling settling =
        allAtOnce(new SettleOutcome(truthStore, runner, operations, WORKERS).settle(outcome));
    now(settling.told());

    assertThat(settling).isInstanceOf(Settling.Settled.class);
    List<Ended<SettlementEvent>> ends = ((Settling.Settled) settling).ends();
    assertThat(ends).hasSize(WORKERS).allMatch(end -> end instanceof Ended.Done);
    assertThat(ends.stream().filter(end -> finding(end) == Finding.COMMITTED)).hasSize(1);
    assertThat(ends.stream().map(end -> ((Ended.Done<SettlementEvent>) end).result().value()))
        .as("every worker says the same")
        .containsOnly(((Settling.Settled) settling).event());
    boolean sold = kind.equals("settled");
    assertThat(store.count("SELECT count(*) FROM ad_slots WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId))
        .isEqualTo(sold ? 1 : 0);
    assertThat(store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId))
        .isEqualTo(sold ? 3 : 0);
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo(sold ? "-5.4000" : "0.0000")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    assertConflictsAreTold(slotId, ends);
  }

  private void assertConflictsAreTold(String slotId, List<Ended<SettlementEvent>> ends) {
    int retries = ends.stream().mapToInt(end -> ((Ended.Done<?>) end).attempts() - 1).sum();
    assertThat(retries).as("a race without a conflict proves nothing").isPositive();
    long retried = ends.stream().filter(end -> ((Ended.Done<?>) end).attempts() > 1).count();
    List<ConflictEvent> events = topics.conflicts(slotId, retries + (int) retried);
    List<AttemptFailed> failed =
        events.stream()
            .filter(event -> event instanceof AttemptFailed)
            .map(event -> (AttemptFailed) event)
            .toList();
    assertThat(failed).as("each failed attempt is told").hasSize(retries);
    // A machine under load may add a timeout; the race itself must show as conflicts.
    assertThat(failed.stream().filter(event -> event.cause() == Cause.CONFLICT))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.sqlState()).isPresent());
    assertThat(events.stream().filter(event -> event instanceof Resolved)).hasSize((int) retried);
    assertThat(events.stream().map(ConflictEvent::operationId).collect(Collectors.toSet()))
        .hasSize((int) retried);
  }

  @Test
  void twoOutcomesThatTogetherExceedALimitNeverBothTakeIt() {
    List<String> buyers = new ArrayList<>();
    for (int round = 0; round < 8; round++) {
      String buyer = advertiser("10.0000");
      String second = advertiser("10.0000");
      buyers.addAll(List.of(buyer, second));
      List<AuctionOutcome> outcomes =
          List.of(
              awarded(fresh("guard"), offer(buyer, "6.0000"), offer(second, "5.0000")),
              awarded(fresh("guard"), offer(buyer, "7.0000")));

      List<SettlementEvent> events = settleAtOnce(outcomes);

      assertThat(store.ledgerBalance(buyer))
          .as("round %d: %s", round, events)
          .isGreaterThanOrEqualTo(new BigDecimal("-10.0000"));
      assertThat(boughtBy(buyer, events)).as("round %d: %s", round, events).isEqualTo(1);
    }
    assertThat(buyers)
        .allSatisfy(buyer ->
            assertThat(store.guardedBalance(buyer))
                .isEqualByComparingTo(store.ledgerBalance(buyer)));
  }

  @Test
  void manyOutcomesOfOneBuyerAllSettleAndTheBalanceIsTheFoldOfItsEntries() {
    String buyer = advertiser("1000.0000");
    List<AuctionOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      outcomes.add(awarded(fresh("fold"), offer(buyer, "1.2345")));
    }

    List<SettlementEvent> events = settleAtOnce(outcomes);

    assertThat(boughtBy(buyer, events)).isEqualTo(8);
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo("-9.8760")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    assertThat(store.count("SELECT version FROM account_balances WHERE account_id = $1", buyer))
        .isEqualTo(8);
  }

  @Test
  void fundingsWithOneIdAtOnceAreBookedOnce() {
    String buyer = advertiser("0");
    Funding funding =
        new Funding(new AccountId(buyer), UUID.randomUUID(), Money.of("25", Outcomes.USD));

    List<Attempted<AccountStore.FundingResult>> results =
        now(
            Uni.join()
                .all(Stream.generate(() -> accounts.fund(funding)).limit(6).toList())
                .andFailFast());

    assertThat(results.stream().filter(result -> result.finding() == Finding.COMMITTED)).hasSize(1);
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo("25")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
  }

  private List<SettlementEvent> settleAtOnce(List<AuctionOutcome> outcomes) {
    SettleOutcome settleOutcome = new SettleOutcome(truthStore, runner, operations, 1);
    return allAtOnce(
            Uni.join().all(outcomes.stream().map(settleOutcome::settle).toList()).andFailFast())
        .stream()
        .map(settling -> ((Settling.Settled) settling).event())
        .toList();
  }

  /**
   * Holds every writer back until at least two have read and stand before their writes: then they
   * overlap for certain, however fast the store and however small its pool.
   */
  private <T> T allAtOnce(Uni<T> race) {
    SqlConnection gate = store.connection();
    try {
      now(gate.query("BEGIN").execute());
      now(gate.query("LOCK TABLE ad_slots IN SHARE ROW EXCLUSIVE MODE").execute());
      CompletableFuture<T> racing = race.subscribeAsCompletionStage();
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() ->
              store.count("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                  >= 2);
      now(gate.query("COMMIT").execute());
      return now(Uni.createFrom().completionStage(racing));
    } finally {
      now(gate.close());
    }
  }

  private static long boughtBy(String buyer, List<SettlementEvent> events) {
    return events.stream()
        .filter(event ->
            event instanceof SettlementEvent.Settled settled
                && settled.buyerId().value().equals(buyer))
        .count();
  }

  private static Finding finding(Ended<SettlementEvent> end) {
    return ((Ended.Done<SettlementEvent>) end).result().finding();
  }
}
