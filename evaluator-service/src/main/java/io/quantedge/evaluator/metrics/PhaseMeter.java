package io.quantedge.evaluator.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quantedge.contracts.metric.EvaluatorMetric;
import io.quantedge.evaluator.application.EvaluatorStatus;
import io.quantedge.evaluator.application.EvaluatorStatus.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Shows the loop's phase, so that somebody is told of one that does not become ready. */
@ApplicationScoped
class PhaseMeter implements MeterBinder {
  private final EvaluatorStatus status;

  PhaseMeter(EvaluatorStatus status) {
    this.status = status;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Phase phase : Phase.values()) {
      Gauge.builder(EvaluatorMetric.PHASE.meterName(), status, now -> now.phase() == phase ? 1 : 0)
          .description(EvaluatorMetric.PHASE.description())
          .tag("phase", phase.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }
}
