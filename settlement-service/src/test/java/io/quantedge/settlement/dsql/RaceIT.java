package io.quantedge.settlement.dsql;

import static io.quantedge.settlement.testing.Outcomes.awarded;
import static io.quantedge.settlement.testing.Outcomes.offer;
import static io.quantedge.settlement.testing.TestStore.now;
import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.AttemptFailed;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.conflict.ConflictEvent.Resolved;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.Ended;
import io.quantedge.settlement.application.SettleGroup.Settling;
import io.quantedge.settlement.application.TruthStore.Result;
import io.quantedge.settlement.domain.Funding;
import io.quantedge.settlement.dsql.Instances.Instance;
import io.quantedge.settlement.testing.Outcomes;
import io.quantedge.settlement.testing.ServiceIT;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@NullUnmarked
class RaceIT extends ServiceIT {
  private static final int WORKERS = 100;
  private static final Map<String, String> ROOM_FOR_ALL =
      Map.of(
          "pool-size", "" + WORKERS,
          "new-connections-per-second", "100",
          "connection-timeout", "30s",
          "connect-timeout", "30s",
          "statement-timeout", "30s",
          "commit-timeout", "30s",
          "attempt-timeout", "60s",
          "read-idle-timeout", "70s");

  @Inject Instances instances;

  @AfterEach
  void closeInstances() {
    instances.close();
  }

  @ParameterizedTest
  @CsvSource({"settled, 100", "rejected, 16", "unsold, 16"})
  void manyWorkersOnOneSlotCommitItOnceAndEveryLoserStopsAtItsSecondAttempt(
      String kind, int workers) {
    String buyer = advertiser(kind.equals("rejected") ? "1.0000" : "100.0000");
    String slotId = fresh("race");
    AuctionOutcome outcome =
        kind.equals("unsold") ? Outcomes.unsold(slotId) : awarded(slotId, offer(buyer, "5.4000"));
    Instance racing =
        instances.open("racing", new Rendezvous(instances.guard(), workers), ROOM_FOR_ALL);

    Settling settling = now(racing.settleGroup(workers).settle(List.of(outcome)));
    now(settling.told());

    assertThat(settling).isInstanceOf(Settling.Done.class);
    Settling.Done done = (Settling.Done) settling;
    assertThat(done.ends()).hasSize(workers).allMatch(end -> end instanceof Ended.Done);
    List<Result.Settled> said =
        done.ends().stream()
            .map(end -> (Result.Settled) doneOf(end).result().value().getFirst())
            .toList();
    assertThat(said.stream().filter(result -> result.finding() == Finding.COMMITTED)).hasSize(1);
    assertThat(said.stream().map(Result.Settled::event).distinct())
        .as("every worker says the same")
        .hasSize(1);
    assertThat(done.ends().stream().mapToInt(end -> doneOf(end).attempts()))
        .as("a loser finds it settled at its second attempt")
        .allMatch(attempts -> attempts <= 2);
    assertConflictsAreAccountedFor(done, racing.told().conflicts, workers);
    boolean sold = kind.equals("settled");
    assertThat(store.count("SELECT count(*) FROM ad_slots WHERE slot_id = $1", slotId)).isOne();
    assertThat(store.count("SELECT count(*) FROM settlements WHERE slot_id = $1", slotId))
        .isEqualTo(sold ? 1 : 0);
    assertThat(store.count("SELECT count(*) FROM financial_ledger WHERE slot_id = $1", slotId))
        .isEqualTo(sold ? 3 : 0);
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo(sold ? "-5.4000" : "0.0000")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
  }

  private static void assertConflictsAreAccountedFor(
      Settling.Done done, List<ConflictEvent> events, int workers) {
    int retries = done.ends().stream().mapToInt(end -> doneOf(end).attempts() - 1).sum();
    assertThat(retries).as("all had read before the first could commit").isEqualTo(workers - 1);
    List<AttemptFailed> failed = only(AttemptFailed.class, events);
    assertThat(failed)
        .as("each failed attempt is told")
        .hasSize(retries)
        .allSatisfy(event -> {
          assertThat(event.cause()).isEqualTo(Cause.CONFLICT);
          assertThat(event.sqlState()).hasValue("40001");
          assertThat(event.code()).hasValue("OC000");
        });
    assertThat(only(Resolved.class, events))
        .as("and how each of them ended")
        .hasSize(retries)
        .allSatisfy(event -> assertThat(event.finding()).isEqualTo(Finding.ALREADY_SETTLED));
    assertThat(events.stream().map(ConflictEvent::operationId).collect(Collectors.toSet()))
        .hasSize(retries);
  }

  @Test
  void theLastUnitOfABudgetIsSpentOnceHoweverManySlotsWantIt() {
    Scramble guarded = scramble("guarded", instances.guard());

    assertThat(store.ledgerBalance(guarded.buyer()))
        .isEqualByComparingTo("-5.0000")
        .isEqualByComparingTo(store.guardedBalance(guarded.buyer()));
    assertThat(bought(guarded.buyer(), guarded.events())).as("one slot").isOne();
    assertThat(bought(guarded.second(), guarded.events()))
        .as("slots whose next candidate can pay")
        .isBetween(9L, 10L);
    assertThat(rejected(guarded.events())).as("slots without a next candidate").isBetween(9L, 10L);
    assertThat(guarded.events()).hasSize(20);
  }

  @Test
  void withoutTheGuardTheSameScrambleOverdrawsTheBudget() {
    Scramble blind = scramble("blind", instances.blind());

    assertThat(bought(blind.buyer(), blind.events())).isGreaterThan(1);
    assertThat(store.ledgerBalance(blind.buyer()))
        .as("below its limit of -5.0000")
        .isLessThan(new BigDecimal("-5.0000"));
    // Other tests compare all books.
    store.query(
        """
        UPDATE account_balances SET balance =
          (SELECT coalesce(sum(amount), 0) FROM financial_ledger l
           WHERE l.account_id = account_balances.account_id)
        WHERE account_id IN ($1, $2)\
        """,
        blind.buyer(),
        blind.second());
  }

  private record Scramble(String buyer, String second, List<SettlementEvent> events) {}

  /** Twenty slots want the last 5.0000 of one buyer; ten of them have somebody else to sell to. */
  private Scramble scramble(String name, BalanceGuard guard) {
    String buyer = advertiser("5.0000");
    String second = advertiser("1000.0000");
    List<AuctionOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outcomes.add(
          i % 2 == 0
              ? awarded(fresh(name), offer(buyer, "5.0000"), offer(second, "4.0000"))
              : awarded(fresh(name), offer(buyer, "5.0000")));
    }
    Instance instance = instances.open(name, new Rendezvous(guard, 20), ROOM_FOR_ALL);
    now(
        Uni.join()
            .all(outcomes.stream().map(outcome -> instance.process(List.of(outcome))).toList())
            .andFailFast());
    return new Scramble(buyer, second, List.copyOf(instance.told().announced));
  }

  @Test
  void manyOutcomesOfOneBuyerAllSettleAndTheBalanceIsTheFoldOfItsEntries() {
    String buyer = advertiser("1000.0000");
    Instance instance = instances.open("fold", instances.guard(), ROOM_FOR_ALL);

    now(
        Uni.join()
            .all(
                IntStream.range(0, 8)
                    .mapToObj(i ->
                        instance.process(
                            List.of(
                                awarded(fresh("fold"), offer(buyer, "1.2345")),
                                awarded(fresh("fold"), offer(buyer, "1.0000")))))
                    .toList())
            .andFailFast());

    assertThat(bought(buyer, instance.told().announced)).isEqualTo(16);
    assertThat(store.guardedBalance(buyer))
        .isEqualByComparingTo("-17.8760")
        .isEqualByComparingTo(store.ledgerBalance(buyer));
    assertThat(store.count("SELECT version FROM account_balances WHERE account_id = $1", buyer))
        .as("one update for each group of two")
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

  private static long bought(String buyer, List<SettlementEvent> events) {
    return events.stream()
        .filter(event ->
            event instanceof SettlementEvent.Settled settled
                && settled.buyerId().value().equals(buyer))
        .count();
  }

  private static long rejected(List<SettlementEvent> events) {
    return only(SettlementEvent.Rejected.class, events).size();
  }

  private static <T> List<T> only(Class<T> type, List<?> all) {
    return all.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Ended.Done<List<Result>> doneOf(Ended<List<Result>> end) {
    return (Ended.Done<List<Result>>) end;
  }
}
