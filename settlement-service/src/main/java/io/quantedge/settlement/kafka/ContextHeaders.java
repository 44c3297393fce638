package io.quantedge.settlement.kafka;

import io.opentelemetry.api.trace.SpanContext;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.tracing.GroupTraces;
import io.quantedge.settlement.tracing.GroupTraces.Group;
import io.quantedge.tracing.Traces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Reads the contexts of outcomes, and gives what is said of them its group's. Thread-safe. */
@Singleton
class ContextHeaders {
  private final Traces traces;
  private final GroupTraces groups;

  ContextHeaders(Traces traces, GroupTraces groups) {
    this.traces = traces;
    this.groups = groups;
  }

  /** Headers for a record about a slot that is being settled; none while tracing is off. */
  Headers of(SlotId slotId) {
    Headers headers = new RecordHeaders();
    if (traces.isOn()) {
      groups.settling(slotId).ifPresent(span -> traces.inject(span, headers));
    }
    return headers;
  }

  /** The same for several slots of one group. */
  Headers of(List<SlotId> slotIds) {
    return slotIds.isEmpty() ? new RecordHeaders() : of(slotIds.getFirst());
  }

  /** A group of outcomes that can be read is taken into work; nothing while tracing is off. */
  Optional<Group> begin(List<Taken> readable) {
    if (!traces.isOn()) {
      return Optional.empty();
    }
    List<SlotId> slotIds =
        readable.stream()
            .flatMap(taken -> taken.outcome().stream())
            .map(AuctionOutcome::slot)
            .map(slot -> slot.slotId())
            .toList();
    List<SpanContext> decisions =
        readable.stream()
            .flatMap(taken -> traces.sampledIn(taken.record().headers()).stream())
            .toList();
    return Optional.of(groups.begin(slotIds, decisions));
  }
}
