package io.quantedge.telemetry.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quantedge.contracts.metric.ExchangeMetric;
import io.quantedge.telemetry.application.incident.DeadLetterInbox;
import io.quantedge.telemetry.application.incident.IncidentFigures;
import io.quantedge.telemetry.application.incident.IncidentStore.KindAndState;
import io.quantedge.telemetry.application.proof.ProofFigures;
import io.quantedge.telemetry.application.proof.ProofName;
import io.quantedge.telemetry.domain.incident.IncidentKind;
import io.quantedge.telemetry.domain.incident.IncidentState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Incidents and proofs as meters. Thread-safe. */
@ApplicationScoped
class ReliabilityMeters implements MeterBinder {
  private final IncidentFigures incidents;
  private final DeadLetterInbox letters;
  private final ProofFigures proofs;

  ReliabilityMeters(IncidentFigures incidents, DeadLetterInbox letters, ProofFigures proofs) {
    this.incidents = incidents;
    this.letters = letters;
    this.proofs = proofs;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (IncidentKind kind : IncidentKind.values()) {
      for (IncidentState state : IncidentState.values()) {
        KindAndState which = new KindAndState(kind, state);
        Gauge.builder(ExchangeMetric.INCIDENTS.meterName(), incidents, all -> all.count(which))
            .description(ExchangeMetric.INCIDENTS.description())
            .tags(Tags.of("kind", lower(kind), "state", lower(state)))
            .register(registry);
      }
    }
    counter(
        registry,
        ExchangeMetric.INCIDENTS_RAISED,
        Tags.of("type", "opened"),
        incidents,
        IncidentFigures::openedTotal);
    counter(
        registry,
        ExchangeMetric.INCIDENTS_RAISED,
        Tags.of("type", "reopened"),
        incidents,
        IncidentFigures::reopenedTotal);
    counter(
        registry,
        ExchangeMetric.INCIDENT_DETECTION_FAILURES,
        Tags.empty(),
        incidents,
        IncidentFigures::failuresTotal);
    counter(
        registry,
        ExchangeMetric.DEAD_LETTERS_DROPPED,
        Tags.empty(),
        letters,
        DeadLetterInbox::dropped);
    bindProofs(registry);
  }

  private void bindProofs(MeterRegistry registry) {
    for (ProofName kind : ProofName.values()) {
      for (ProofFigures.Result result : ProofFigures.Result.values()) {
        counter(
            registry,
            ExchangeMetric.PROOFS,
            Tags.of("kind", lower(kind), "result", lower(result)),
            proofs,
            all -> all.count(kind, result));
      }
    }
  }

  private static String lower(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  private static <T> void counter(
      MeterRegistry registry,
      ExchangeMetric metric,
      Tags tags,
      T source,
      ToDoubleFunction<T> figure) {
    FunctionCounter.builder(metric.meterName(), source, figure)
        .description(metric.description())
        .tags(tags)
        .register(registry);
  }
}
