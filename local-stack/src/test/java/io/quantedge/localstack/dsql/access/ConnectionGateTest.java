package io.quantedge.localstack.dsql.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quantedge.localstack.dsql.access.ConnectionGate.Limits;
import io.quantedge.localstack.dsql.rule.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConnectionGateTest {
  private static final Refusal RATE =
      new Refusal("53400", "Unable to accept connection, rate exceeded.");
  private static final Refusal OPEN =
      new Refusal("53300", "Unable to accept connection, too many open connections.");

  private final AtomicLong millis = new AtomicLong(1_000_000);
  private final InstantSource source = () -> Instant.ofEpochMilli(millis.get());
  private final Clock clock = source.withZone(ZoneOffset.UTC);

  @Test
  void aBurstIsAdmittedAndThenTheRate() {
    ConnectionGate gate = new ConnectionGate(new Limits(100, 1_000, 10_000), clock);

    assertThat(admitted(gate, 1_500)).isEqualTo(1_000);
    assertThat(gate.admit()).contains(RATE);
    millis.addAndGet(500);
    assertThat(admitted(gate, 100)).isEqualTo(50);
    millis.addAndGet(9);
    assertThat(gate.admit()).contains(RATE);
    millis.addAndGet(1);
    assertThat(gate.admit()).isEmpty();
  }

  @Test
  void aQuietTimeFillsTheBucketToItsBurstAndNoFurther() {
    ConnectionGate gate = new ConnectionGate(new Limits(100, 200, 10_000), clock);
    admitted(gate, 200);

    millis.addAndGet(3_600_000);

    assertThat(admitted(gate, 500)).isEqualTo(200);
  }

  @Test
  void oneMayComeForOneThatWent() {
    ConnectionGate gate = new ConnectionGate(new Limits(100, 1_000, 2), clock);
    assertThat(admitted(gate, 2)).isEqualTo(2);
    assertThat(gate.admit()).contains(OPEN);

    gate.closed();

    assertThat(gate.admit()).isEmpty();
    assertThat(gate.open()).isEqualTo(2);
  }

  @Test
  void aClockThatStepsBackGivesNothingAndTakesNothing() {
    ConnectionGate gate = new ConnectionGate(new Limits(100, 2, 10), clock);
    admitted(gate, 1);

    millis.addAndGet(-60_000);

    assertThat(gate.admit()).isEqualTo(Optional.empty());
    assertThat(gate.admit()).contains(RATE);
  }

  @Test
  void aMistakeInCountingIsNoticed() {
    ConnectionGate gate = new ConnectionGate(Limits.DEFAULT, clock);

    assertThatIllegalStateException().isThrownBy(gate::closed);
    assertThatIllegalArgumentException().isThrownBy(() -> new Limits(0, 1, 1));
  }

  private static int admitted(ConnectionGate gate, int attempts) {
    int admitted = 0;
    for (int i = 0; i < attempts; i++) {
      admitted += gate.admit().isEmpty() ? 1 : 0;
    }
    return admitted;
  }
}
