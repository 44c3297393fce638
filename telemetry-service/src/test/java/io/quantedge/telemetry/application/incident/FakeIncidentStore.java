package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.domain.incident.Incident;
import io.quantedge.telemetry.domain.incident.IncidentSummary;
import io.quantedge.telemetry.domain.incident.Verdict;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store in memory that can be made to lose races or to be away. Not thread-safe. */
final class FakeIncidentStore implements IncidentStore {
  final Map<UUID, Incident> incidents = new LinkedHashMap<>();
  int lostRaces;
  boolean away;
  int attempts;

  @Override
  public Uni<Verdict> append(UUID incidentId, Judge judge) {
    return Uni.createFrom()
        .deferred(() -> {
          attempts++;
          if (away) {
            return Uni.createFrom().failure(new IllegalStateException("away"));
          }
          Verdict verdict = judge.on(Optional.ofNullable(incidents.get(incidentId)));
          if (lostRaces > 0) {
            lostRaces--;
            return Uni.createFrom()
                .failure(new WrittenMeanwhile(new IllegalStateException("40001")));
          }
          if (verdict instanceof Verdict.Granted(Incident incident)) {
            incidents.put(incidentId, incident);
          }
          return Uni.createFrom().item(verdict);
        });
  }

  @Override
  public Uni<Optional<Incident>> find(UUID incidentId) {
    return Uni.createFrom().item(Optional.ofNullable(incidents.get(incidentId)));
  }

  @Override
  public Uni<Listing> list(Query query) {
    return Uni.createFrom()
        .item(new Listing(incidents.values().stream().map(IncidentSummary::of).toList(), Map.of()));
  }

  @Override
  public Uni<Map<KindAndState, Long>> count() {
    Map<KindAndState, Long> counts = new HashMap<>();
    incidents
        .values()
        .forEach(one -> counts.merge(new KindAndState(one.kind(), one.state()), 1L, Long::sum));
    return Uni.createFrom().item(counts);
  }
}
