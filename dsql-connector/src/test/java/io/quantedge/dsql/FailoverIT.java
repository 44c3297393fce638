package io.quantedge.dsql;

import static io.quantedge.dsql.Database.SOON;
import static io.quantedge.dsql.Database.failureOf;
import static io.quantedge.dsql.Database.inserting;
import static io.quantedge.dsql.Database.now;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quantedge.dsql.DsqlFailure.Unavailable;
import io.quantedge.dsql.DsqlFailure.UnknownOutcome;
import io.quantedge.dsql.EndpointStatus.State;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailoverIT {
  private Database database;
  private Link east;
  private Link west;
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
    database.run("DELETE FROM notes");
    east = database.link();
    west = database.link();
    dsql =
        database.open(
            DsqlListener.NONE,
            "us-east-1@127.0.0.1:%d,eu-west-1@127.0.0.1:%d".formatted(east.port(), west.port()),
            "statement-timeout",
            "500ms",
            "commit-timeout",
            "500ms",
            "connect-timeout",
            "700ms",
            "probe-interval",
            "100ms",
            "healthy-for",
            "400ms",
            "trial-interval",
            "100ms");
    now(dsql.transaction(inserting(0)));
  }

  @Test
  void onlyTheFirstPaysForAHangAndTheFiguresAreTold() {
    east.become(Link.Mode.HANGING);

    DsqlFailure first = failureOf(dsql.transaction(inserting(1)));
    int second = now(dsql.transaction(inserting(2)));

    assertThat(first).isInstanceOf(Unavailable.class);
    assertThat(second).isEqualTo(1);
    assertThat(dsql.region()).isEqualTo("eu-west-1");
    assertThat(dsql.failovers())
        .singleElement()
        .satisfies(failover -> {
          assertThat(failover.from().region()).isEqualTo("us-east-1");
          assertThat(failover.to().orElseThrow().region()).isEqualTo("eu-west-1");
          assertThat(failover.detection()).isGreaterThanOrEqualTo(Duration.ofMillis(400));
          assertThat(failover.switching().orElseThrow()).isPositive();
          assertThat(failover.firstSuccess().orElseThrow())
              .isGreaterThan(failover.switching().orElseThrow());
        });
  }

  @Test
  void aHangInTheCommitIsUnknownAndMovesOn() {
    east.trap("COMMIT", Link.Mode.HANGING);

    assertThat(failureOf(dsql.transaction(inserting(1)))).isInstanceOf(UnknownOutcome.class);
    assertThat(now(dsql.transaction(inserting(2)))).isEqualTo(1);
    assertThat(dsql.region()).isEqualTo("eu-west-1");
  }

  @Test
  void aRefusingEndpointIsGivenUpAtTheSecondRefusalInARow() {
    east.become(Link.Mode.REFUSING);
    int before = east.accepted();

    int tries = 0;
    while (dsql.region().equals("us-east-1")) {
      tries++;
      failureOf(dsql.transaction(inserting(1)));
    }

    assertThat(tries).isBetween(2, 3);
    assertThat(east.accepted() - before).isLessThanOrEqualTo(3);
    assertThat(now(dsql.transaction(inserting(1)))).isEqualTo(1);
  }

  @Test
  void connectionsThatAreDroppedOnceAreNoFailover() {
    east.drop();

    int inserted =
        now(
            dsql.transaction(inserting(1))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(20))
                .atMost(3));

    assertThat(inserted).isEqualTo(1);
    assertThat(dsql.region()).isEqualTo("us-east-1");
  }

  @Test
  void thePreferredEndpointComesBackWhenItWasHealthyForAWhile() {
    east.become(Link.Mode.HANGING);
    failureOf(dsql.transaction(inserting(1)));
    now(dsql.transaction(inserting(2)));

    east.become(Link.Mode.SERVING);

    await().atMost(SOON).until(() -> dsql.region().equals("us-east-1"));
    assertThat(now(dsql.transaction(inserting(3)))).isEqualTo(1);
    Failover failover = dsql.failovers().getFirst();
    assertThat(
            Duration.between(
                failover.firstSuccessAt().orElseThrow(), failover.failedBackAt().orElseThrow()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(350));
    assertThat(dsql.endpoints()).extracting(EndpointStatus::state).containsOnly(State.CLOSED);
  }

  @Test
  void withEveryEndpointDownAttemptsFailAtOnceAndServiceComesBackByItself() {
    east.become(Link.Mode.REFUSING);
    west.become(Link.Mode.REFUSING);
    await()
        .atMost(SOON)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          DsqlFailure failure = failureOf(dsql.transaction(inserting(1)));
          return failure.detail().contains("every endpoint was given up");
        });

    west.become(Link.Mode.SERVING);

    await()
        .atMost(SOON)
        .until(() -> now(dsql.transaction(inserting(1)).onFailure().recoverWithItem(0)).equals(1));
    assertThat(dsql.region()).isEqualTo("eu-west-1");
  }

  @Test
  void underLoadAHangLosesNobodyForEver() {
    east.trap("INSERT INTO notes VALUES (30", Link.Mode.HANGING);

    List<Integer> done =
        now(
            Uni.join()
                .all(
                    IntStream.range(1, 100)
                        .mapToObj(id ->
                            dsql.transaction(connection ->
                                    connection
                                        .query(
                                            "INSERT INTO notes VALUES (%d, 'x') ON CONFLICT DO NOTHING"
                                                .formatted(id))
                                        .execute()
                                        .replaceWith(1))
                                .onFailure()
                                .retry()
                                .withBackOff(Duration.ofMillis(20), Duration.ofMillis(200))
                                .atMost(30))
                        .toList())
                .andFailFast());

    assertThat(done).hasSize(99);
    assertThat(database.count("notes")).isEqualTo(100);
    assertThat(dsql.failovers()).hasSize(1);
  }
}
