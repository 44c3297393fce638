package io.quantedge.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.EvaluatorStatus.Phase;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluatorReadinessTest {
  private final EvaluatorStatus status = new EvaluatorStatus();
  private final EvaluatorReadiness readiness = new EvaluatorReadiness(status);

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyAnEvaluatorThatHasCaughtUpIsReady(Phase phase) {
    status.report(phase);

    HealthCheckResponse.Status expected =
        phase == Phase.READY ? HealthCheckResponse.Status.UP : HealthCheckResponse.Status.DOWN;
    assertThat(readiness.call().getStatus()).isEqualTo(expected);
  }

  @Test
  void fullMemoryIsNamedWithWhatToDoAboutIt() {
    status.report(Phase.FULL);

    assertThat(readiness.call().getData().orElseThrow().get("cause"))
        .asString()
        .contains("exchange.evaluator.max-remembered-bids")
        .contains("more heap");
  }
}
