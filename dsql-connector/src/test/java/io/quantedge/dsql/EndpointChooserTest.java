package io.quantedge.dsql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.dsql.EndpointStatus.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EndpointChooserTest {
  private static final DsqlEndpoint EAST = DsqlEndpoint.parse("us-east-1@east");
  private static final DsqlEndpoint WEST = DsqlEndpoint.parse("eu-west-1@west");
  private static final EndpointChooser.Settings SETTINGS =
      new EndpointChooser.Settings(
          2, Duration.ofSeconds(30), Duration.ofMillis(500), Duration.ofSeconds(8));

  private final SettableClock clock = new SettableClock();
  private final List<String> heard = new ArrayList<>();
  private final EndpointChooser chooser =
      new EndpointChooser(
          List.of(EAST, WEST),
          SETTINGS,
          clock,
          new DsqlListener() {
            @Override
            public void opened(Failover failover) {
              heard.add("opened");
            }

            @Override
            public void switched(Failover failover) {
              heard.add("switched");
            }

            @Override
            public void firstSuccess(Failover failover) {
              heard.add("firstSuccess");
            }

            @Override
            public void failedBack(Failover failover) {
              heard.add("failedBack");
            }
          });

  @Test
  void thePreferredEndpointIsUsedAsLongAsItServes() {
    for (int i = 0; i < 5; i++) {
      assertThat(chooser.choose()).hasValue(0);
      chooser.served(0, clock.instant(), true);
    }
    assertThat(chooser.failovers()).isEmpty();
  }

  @Test
  void oneSilenceMovesEverybodyToTheNextEndpoint() {
    fail(0, true, 4_000);

    assertThat(chooser.choose()).hasValue(1);
    assertThat(states()).containsExactly(State.OPEN, State.CLOSED);
  }

  @Test
  void aLostConnectionIsForgivenOnceAndNotTwiceInARow() {
    fail(0, false, 5);
    assertThat(chooser.choose()).hasValue(0);
    chooser.served(0, clock.instant(), true);
    fail(0, false, 5);
    assertThat(chooser.choose()).hasValue(0);
    fail(0, false, 5);
    assertThat(chooser.choose()).hasValue(1);
  }

  @Test
  void oneCutOfManyConnectionsCountsOnce() {
    FailedAttempt sideBySide = new FailedAttempt(clock.instant(), false, "cut");
    clock.advance(Duration.ofMillis(10));
    for (int i = 0; i < 12; i++) {
      chooser.failed(0, sideBySide);
    }

    assertThat(chooser.choose()).hasValue(0);
  }

  @Test
  void errorsOfSqlNeverCount() {
    for (int i = 0; i < 10; i++) {
      fail(0, false, 5);
      chooser.served(0, clock.instant(), false);
    }
    assertThat(chooser.choose()).hasValue(0);
  }

  @Test
  void detectionSwitchAndFirstSuccessAreMeasuredApart() {
    fail(0, true, 4_000);
    clock.advance(Duration.ofMillis(70));
    chooser.connected(1);
    clock.advance(Duration.ofMillis(30));
    chooser.connected(1);
    chooser.served(1, clock.instant(), false);
    clock.advance(Duration.ofMillis(50));
    chooser.served(1, clock.instant().minusMillis(40), true);

    assertThat(chooser.failovers())
        .singleElement()
        .satisfies(failover -> {
          assertThat(failover.from()).isEqualTo(EAST);
          assertThat(failover.to()).hasValue(WEST);
          assertThat(failover.detection()).isEqualTo(Duration.ofMillis(4_000));
          assertThat(failover.switching()).hasValue(Duration.ofMillis(70));
          assertThat(failover.firstSuccess()).hasValue(Duration.ofMillis(150));
        });
    assertThat(heard).containsExactly("opened", "switched", "firstSuccess");
  }

  @Test
  void aPreferredEndpointComesBackOnlyAfterItWasHealthyForAWhile() {
    fail(0, true, 1_000);
    assertThat(chooser.toProbe()).containsExactly(0);
    chooser.probeSucceeded(0);
    assertThat(states()).startsWith(State.HALF_OPEN);
    clock.advance(Duration.ofSeconds(29));
    chooser.probeSucceeded(0);
    assertThat(chooser.choose()).hasValue(1);

    chooser.probeFailed(0, new FailedAttempt(clock.instant(), true, "silent again"));
    clock.advance(Duration.ofSeconds(5));
    chooser.probeSucceeded(0);
    clock.advance(Duration.ofSeconds(29));
    chooser.probeSucceeded(0);
    assertThat(chooser.choose()).as("the while begins anew after a failure").hasValue(1);

    clock.advance(Duration.ofSeconds(1));
    chooser.probeSucceeded(0);
    assertThat(chooser.choose()).hasValue(0);
    assertThat(heard).endsWith("failedBack");
  }

  @Test
  void anEndpointThatIsNotPreferredStaysInUseWhenItsEqualsComeBack() {
    fail(0, true, 1_000);
    fail(1, true, 1_000);
    OptionalInt trial = trialAfter(Duration.ofSeconds(8));
    assertThat(trial).hasValue(0);
    chooser.served(0, clock.instant(), true);
    chooser.probeSucceeded(1);
    clock.advance(Duration.ofSeconds(30));
    chooser.probeSucceeded(1);

    assertThat(states()).containsExactly(State.CLOSED, State.CLOSED);
    assertThat(chooser.choose()).hasValue(0);
  }

  @Test
  void withEverythingDownOneAttemptAtATimeTriesTheOneThatFailedLongestAgo() {
    fail(0, true, 1_000);
    fail(1, true, 1_000);

    assertThat(chooser.choose()).hasValue(0);
    assertThat(chooser.choose()).as("another one while the first is under way").isEmpty();
    fail(0, false, 10);
    assertThat(chooser.choose()).as("before the pause is over").isEmpty();
    clock.advance(Duration.ofMillis(500));
    assertThat(chooser.choose()).hasValue(1);
  }

  @Test
  void anAttemptThatToldNothingDoesNotHoldUpTheNextForLong() {
    fail(0, true, 1_000);
    fail(1, true, 1_000);
    assertThat(chooser.choose()).isPresent();
    chooser.ended();
    clock.advance(Duration.ofMillis(500));
    assertThat(chooser.choose()).isPresent();
    clock.advance(Duration.ofMillis(7_999));
    assertThat(chooser.choose()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(chooser.choose()).isPresent();
  }

  @Test
  void withEverythingDownAnEndpointThatAnswersProbesIsUsedAtOnce() {
    fail(0, true, 1_000);
    fail(1, true, 1_000);
    chooser.probeSucceeded(1);

    assertThat(chooser.choose()).hasValue(1);
    chooser.served(1, clock.instant(), true);
    assertThat(states()).containsExactly(State.OPEN, State.CLOSED);
  }

  @Test
  void onlyTheLastFailoversAreKept() {
    for (int i = 0; i < 40; i++) {
      fail(0, true, 10);
      chooser.probeSucceeded(0);
      clock.advance(Duration.ofSeconds(31));
      chooser.probeSucceeded(0);
    }

    assertThat(chooser.failovers()).hasSize(16);
    assertThat(chooser.failovers().getLast().id()).isEqualTo(40);
  }

  private void fail(int index, boolean silent, long millis) {
    FailedAttempt attempt = new FailedAttempt(clock.instant(), silent, "no answer");
    clock.advance(Duration.ofMillis(millis));
    chooser.failed(index, attempt);
  }

  private OptionalInt trialAfter(Duration pause) {
    clock.advance(pause);
    return chooser.choose();
  }

  private List<State> states() {
    return chooser.endpoints().stream().map(EndpointStatus::state).toList();
  }
}
