package io.quantedge.dsql;

import static io.quantedge.dsql.Database.SOON;
import static io.quantedge.dsql.Database.failureOf;
import static io.quantedge.dsql.Database.inserting;
import static io.quantedge.dsql.Database.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.dsql.DsqlFailure.Conflict;
import io.quantedge.dsql.DsqlFailure.Permanent;
import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.quantedge.dsql.DsqlListener.Closing;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionsIT {
  private List<Closing> closings;
  private AtomicInteger openings;
  private DsqlListener listener;
  private Database database;
  private Link link;
  private Dsql dsql;

  @BeforeAll
  void start() {
    database = new Database();
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @AfterEach
  void tidy() throws Exception {
    database.tidy();
  }

  @BeforeEach
  void fresh() {
    closings = new CopyOnWriteArrayList<>();
    openings = new AtomicInteger();
    listener = noting(closings, openings);
    database.run("DELETE FROM notes");
    link = database.link();
    dsql = through(link, "pool-size", "1", "statement-timeout", "400ms", "commit-timeout", "400ms");
  }

  /** Of one test only: the last connection of the test before may still be closing. */
  private static DsqlListener noting(List<Closing> closings, AtomicInteger openings) {
    return new DsqlListener() {
      @Override
      public void connectionOpened(DsqlEndpoint endpoint, Duration took) {
        openings.incrementAndGet();
      }

      @Override
      public void connectionClosed(DsqlEndpoint endpoint, Closing reason, Duration age) {
        closings.add(reason);
      }
    };
  }

  private Dsql through(Link link, String... properties) {
    return database.open(listener, "us-east-1@127.0.0.1:" + link.port(), properties);
  }

  @Test
  void whatIsCommittedIsThere() {
    assertThat(now(dsql.transaction(inserting(1)))).isEqualTo(1);
    assertThat(database.count("notes")).isEqualTo(1);
    assertThat(dsql.region()).isEqualTo("us-east-1");
  }

  @Test
  void aCommitThatTheServerTurnsIntoARollbackIsNoSuccess() {
    DsqlFailure failure =
        failureOf(
            dsql.transaction(connection ->
                inserting(1)
                    .apply(connection)
                    .chain(() -> connection.query("SELECT 1/0").execute())
                    .onFailure()
                    .recoverWithNull()));

    assertThat(failure).isInstanceOf(Permanent.class);
    assertThat(failure.sqlState()).hasValue("25P02");
    assertThat(database.count("notes")).isZero();
  }

  @Test
  void aFailedTransactionLeavesNothingBehindOnItsConnection() {
    for (int i = 0; i < 5; i++) {
      failureOf(dsql.transaction(connection -> connection.query("SELECT 1/0").execute()));
    }

    assertThat(database.count("pg_stat_activity WHERE state LIKE 'idle in transaction%'")).isZero();
    String isolation =
        now(
            dsql.transaction(connection ->
                connection
                    .query("SHOW transaction_isolation")
                    .execute()
                    .map(rows -> rows.iterator().next().getString(0))));
    assertThat(isolation).isEqualTo("repeatable read");
    assertThat(openings).hasValue(1);
  }

  @Test
  void whatWorkThrowsRollsBack() {
    DsqlFailure failure =
        failureOf(
            dsql.transaction(connection ->
                inserting(1)
                    .apply(connection)
                    .chain(
                        () -> Uni.createFrom().failure(new IllegalStateException("unbalanced")))));

    assertThat(failure.detail()).contains("unbalanced");
    assertThat(database.count("notes")).isZero();
  }

  @Test
  void aConflictIsToldAndTheConnectionKept() {
    now(dsql.transaction(inserting(1)));

    DsqlFailure failure =
        failureOf(
            dsql.transaction(connection ->
                connection
                    .query("SELECT 1 FROM notes")
                    .execute()
                    .chain(() -> database.running("UPDATE notes SET text = 'first'"))
                    .chain(() -> connection.query("UPDATE notes SET text = 'late'").execute())));

    assertThat(failure).isInstanceOf(Conflict.class);
    assertThat(failure.sqlState()).hasValue("40001");
    now(dsql.transaction(inserting(2)));
    assertThat(closings).isEmpty();
    assertThat(openings).hasValue(1);
  }

  @Test
  void aHungCommitEndsAsUnknownAndItsPlaceIsFreeAtOnce() {
    link.trap("COMMIT", Link.Mode.DEAF);

    DsqlFailure failure = failureOf(dsql.transaction(inserting(1)));
    link.become(Link.Mode.SERVING);

    assertThat(failure).isInstanceOf(UnknownOutcome.class);
    assertThat(closings).containsExactly(Closing.BROKEN);
    assertThat(database.count("notes")).as("the server had committed").isEqualTo(1);
    assertThat(now(retried(dsql.transaction(inserting(2))))).isEqualTo(1);
    assertThat(openings).hasValue(2);
    await().atMost(SOON).until(() -> backends() == 1);
  }

  @Test
  void aStatementWithoutAnAnswerEndsAsUnavailableAndItsConnectionIsNeverUsedAgain() {
    link.trap("INSERT", Link.Mode.HANGING);

    DsqlFailure failure = failureOf(dsql.transaction(inserting(1)));
    link.become(Link.Mode.SERVING);

    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(closings).containsExactly(Closing.BROKEN);
    assertThat(now(retried(dsql.transaction(inserting(1))))).isEqualTo(1);
    assertThat(openings).hasValue(2);
  }

  @Test
  void silenceThatWorkSwallowsIsNotCommitted() {
    link.trap("INSERT", Link.Mode.DEAF);

    DsqlFailure failure =
        failureOf(
            dsql.transaction(
                connection -> inserting(1).apply(connection).onFailure().recoverWithItem(0)));
    link.become(Link.Mode.SERVING);

    assertThat(failure).isInstanceOf(Unavailable.class);
    await().atMost(SOON).until(() -> backends() == 0);
    assertThat(database.count("notes")).isZero();
  }

  @Test
  void anAttemptEndsThoughEachOfItsStatementsIsQuick() {
    Dsql impatient = through(link, "pool-size", "1", "attempt-timeout", "300ms");

    DsqlFailure failure =
        failureOf(impatient.transaction(connection -> Uni.createFrom().<Integer>nothing()));

    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(now(impatient.transaction(inserting(1)))).isEqualTo(1);
    assertThat(impatient.failovers()).as("no silence of the endpoint").isEmpty();
  }

  @Test
  void aConnectionCutAtCommitLeavesTheOutcomeUnknown() {
    link.trap("COMMIT", Link.Mode.REFUSING);

    DsqlFailure failure = failureOf(dsql.transaction(inserting(1)));

    assertThat(failure).isInstanceOf(UnknownOutcome.class);
  }

  @Test
  void aCallerThatGoesAwayTakesNoPlaceWithIt() {
    AtomicInteger begun = new AtomicInteger();
    Cancellable caller =
        dsql.transaction(
                connection -> {
                  begun.incrementAndGet();
                  return inserting(1).apply(connection).chain(() -> Uni.createFrom().nothing());
                })
            .subscribe()
            .with(_ -> {}, _ -> {});
    await().atMost(SOON).until(() -> begun.get() == 1);

    caller.cancel();

    assertThat(now(dsql.transaction(inserting(2)))).isEqualTo(1);
    assertThat(closings).containsExactly(Closing.ABANDONED);
    assertThat(database.count("notes WHERE id = 1")).isZero();
  }

  @Test
  void moreAttemptsThanConnectionsTakeTurns() {
    Dsql three = through(link, "pool-size", "3");

    List<Integer> inserted =
        now(
            Uni.join()
                .all(
                    IntStream.range(0, 60)
                        .mapToObj(id -> three.transaction(inserting(id)))
                        .toList())
                .andFailFast());

    assertThat(inserted).hasSize(60);
    assertThat(database.count("notes")).isEqualTo(60);
    assertThat(openings.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void whoWaitsTooLongForAConnectionIsToldSo() {
    Dsql busy = through(link, "pool-size", "1", "connection-timeout", "200ms");
    Cancellable holder =
        busy.transaction(connection -> Uni.createFrom().<Integer>nothing())
            .subscribe()
            .with(_ -> {}, _ -> {});

    DsqlFailure failure = failureOf(busy.transaction(inserting(1)));
    holder.cancel();

    assertThat(failure).isInstanceOf(Unavailable.class);
    assertThat(failure.detail()).contains("became free");
    assertThat(busy.failovers()).isEmpty();
  }

  @Test
  void connectionsAreReplacedAtTheirAgeAndNeverInTheMiddleOfASqlTransaction() {
    Dsql young =
        through(
            link,
            "pool-size",
            "1",
            "connection-lifetime",
            "150ms",
            "connection-lifetime-jitter",
            "50ms");

    int inserted =
        now(
            young.transaction(connection ->
                connection
                    .query("SELECT pg_sleep(0.6)")
                    .execute()
                    .chain(() -> inserting(1).apply(connection))));

    assertThat(inserted).isEqualTo(1);
    await().atMost(SOON).until(() -> closings.equals(List.of(Closing.RECYCLED)));
    assertThat(now(young.transaction(inserting(2)))).isEqualTo(1);
    await().atMost(SOON).until(() -> closings.size() == 2);
    assertThat(closings).containsOnly(Closing.RECYCLED);
    assertThat(openings).hasValue(2);
  }

  @Test
  void eachNewConnectionHasATokenOfItsOwn() {
    AtomicInteger tokens = new AtomicInteger();
    Dsql counted =
        database
            .builder(
                "us-east-1@127.0.0.1:" + link.port(),
                "pool-size",
                "1",
                "connection-lifetime",
                "100ms",
                "connection-lifetime-jitter",
                "0ms")
            .listener(listener)
            .tokens((endpoint, role) -> {
              tokens.incrementAndGet();
              return Uni.createFrom().item(database.password());
            })
            .open();
    try (counted) {
      now(counted.transaction(inserting(1)));
      await().atMost(SOON).until(() -> !closings.isEmpty());
      now(counted.transaction(inserting(2)));
      await().atMost(SOON).until(() -> closings.size() >= 2);

      assertThat(tokens.get()).isEqualTo(openings.get()).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void withoutATokenNothingIsTriedAndTheEndpointIsNotBlamed() {
    Dsql penniless =
        database
            .builder("us-east-1@127.0.0.1:" + link.port())
            .tokens((endpoint, role) ->
                Uni.createFrom().failure(new IllegalStateException("no credentials")))
            .open();
    try (penniless) {
      for (int i = 0; i < 3; i++) {
        assertThat(failureOf(penniless.transaction(inserting(1))))
            .isInstanceOfSatisfying(
                Unavailable.class, failure -> assertThat(failure.detail()).contains("credentials"));
      }
      assertThat(penniless.failovers()).isEmpty();
      assertThat(link.accepted()).isZero();
    }
  }

  /** Silence opens the breaker of the only endpoint, which is then tried anew after a pause. */
  private static <T> Uni<T> retried(Uni<T> attempt) {
    return attempt.onFailure().retry().withBackOff(Duration.ofMillis(100)).atMost(20);
  }

  private long backends() {
    return database.count(
        "pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
  }
}
