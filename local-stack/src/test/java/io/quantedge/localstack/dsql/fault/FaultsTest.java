package io.quantedge.localstack.dsql.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final String EAST = "us-east-1";
  private static final String WEST = "eu-west-1";

  private final Faults faults = new Faults(List.of(EAST, WEST));

  @Test
  void nothingGoesWrongUnasked() {
    assertThat(faults.conflictAtCommit()).isEmpty();
    assertThat(faults.cutAtCommit()).isEqualTo(Cut.NONE);
    assertThat(faults.statementDelayMillis()).isZero();
    assertThat(faults.commitDelayMillis()).isZero();
    assertThat(faults.endpoint(EAST)).isEqualTo(EndpointState.SERVING);
  }

  @Test
  void theNextCommitsConflictAndNoMore() {
    faults.conflictNext("OC001", 2);

    assertThat(faults.conflictAtCommit()).contains("OC001");
    assertThat(faults.conflictAtCommit()).contains("OC001");
    assertThat(faults.conflictAtCommit()).isEmpty();
  }

  @Test
  void chanceIsRepeatedByItsSeed() {
    List<Optional<String>> first = conflicts(0.3, 7);

    assertThat(conflicts(0.3, 7)).isEqualTo(first);
    assertThat(conflicts(0.3, 8)).isNotEqualTo(first);
    assertThat(first.stream().filter(Optional::isPresent).count()).isBetween(2_700L, 3_300L);
    assertThat(conflicts(0, 7)).containsOnly(Optional.empty());
    assertThat(conflicts(1, 7)).containsOnly(Optional.of("OC000"));
  }

  @Test
  void theNextCommitsAreCutAndNoMore() {
    faults.cutNext(Cut.AFTER_COMMIT, 1);

    assertThat(faults.cutAtCommit()).isEqualTo(Cut.AFTER_COMMIT);
    assertThat(faults.cutAtCommit()).isEqualTo(Cut.NONE);
  }

  @Test
  void listenersHearOfEachRequestForAnEndpoint() {
    List<String> heard = new ArrayList<>();
    faults.onEndpointChange(region -> heard.add(region + " " + faults.endpoint(region)));

    faults.endpoint(WEST, EndpointState.DROPPED);
    faults.endpoint(WEST, EndpointState.DROPPED);
    faults.endpoint(EAST, EndpointState.HANGING);
    faults.clear();

    assertThat(heard)
        .containsExactly(
            "eu-west-1 DROPPED",
            "eu-west-1 DROPPED",
            "us-east-1 HANGING",
            "us-east-1 SERVING",
            "eu-west-1 SERVING");
  }

  @Test
  void clearingEndsEverything() {
    faults.conflictNext("OC000", 5);
    faults.cutNext(Cut.BEFORE_COMMIT, 5);
    faults.latency(Latency.MULTI_REGION);

    faults.clear();

    nothingGoesWrongUnasked();
  }

  @Test
  void whatIsOutOfRangeIsRefusedWithItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.conflictNext("OC002", 1))
        .withMessageContaining("OC002");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.conflictNext("OC000", -1))
        .withMessageContaining("-1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.conflictWithProbability("OC000", Double.NaN, 1))
        .withMessageContaining("NaN");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> faults.endpoint("mars", EndpointState.SERVING))
        .withMessageContaining("mars");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Latency(0, 60_001))
        .withMessageContaining("60001");
  }

  private List<Optional<String>> conflicts(double probability, long seed) {
    faults.conflictWithProbability("OC000", probability, seed);
    return IntStream.range(0, 10_000).mapToObj(i -> faults.conflictAtCommit()).toList();
  }
}
