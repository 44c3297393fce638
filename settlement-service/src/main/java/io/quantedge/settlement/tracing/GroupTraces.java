package io.quantedge.settlement.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.settlement.application.Operation;
import io.quantedge.settlement.application.OperationWatch;
import io.quantedge.tracing.Messaging;
import io.quantedge.tracing.Traces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes one span of each group of outcomes, with a link to each outcome's decision, and below it
 * one of each attempt. Remembers the groups in work by their slots, because use cases know no
 * spans; so it holds no more than the consumer does. Thread-safe.
 */
@Singleton
public class GroupTraces implements OperationWatch {
  static final AttributeKey<String> FIRST_SLOT_ID = AttributeKey.stringKey("exchange.slot.id");
  static final AttributeKey<Long> ISOLATED = AttributeKey.longKey("exchange.outcomes.isolated");

  private final Traces traces;
  private final Map<SlotId, Span> inWork = new ConcurrentHashMap<>();

  GroupTraces(Traces traces) {
    this.traces = traces;
  }

  /** Whether tracing is switched on; the same for as long as the process lives. */
  public boolean isOn() {
    return traces.isOn();
  }

  /**
   * A group is taken into work.
   *
   * @param slotIds of its outcomes, at least one
   * @param decisions where those outcomes come from, as far as that is recorded
   */
  public Group begin(List<SlotId> slotIds, List<SpanContext> decisions) {
    SpanBuilder builder =
        traces
            .messaging(
                "settle group", SpanKind.CONSUMER, Topic.AUCTION_OUTCOMES.topicName(), "process")
            .setNoParent()
            .setAttribute(FIRST_SLOT_ID, slotIds.getFirst().value())
            .setAttribute(Messaging.BATCH_SIZE, (long) slotIds.size());
    decisions.forEach(builder::addLink);
    Span span = builder.startSpan();
    slotIds.forEach(slotId -> inWork.put(slotId, span));
    return new Group(slotIds, span);
  }

  /** The span of the group in which a slot is being settled. */
  public Optional<Span> settling(SlotId slotId) {
    return Optional.ofNullable(inWork.get(slotId));
  }

  @Override
  public Run begun(Operation operation) {
    if (!traces.isOn()) {
      return Run.UNSEEN;
    }
    Context parent =
        operation.slotIds().stream()
            .findFirst()
            .flatMap(this::settling)
            .map(Context.root()::with)
            .orElseGet(Context::current);
    return new AttemptSpans(traces, operation, parent);
  }

  /** A group in work. */
  public final class Group {
    private final List<SlotId> slotIds;
    private final Span span;

    private Group(List<SlotId> slotIds, Span span) {
      this.slotIds = slotIds;
      this.span = span;
    }

    /** The truth store has answered for each of its outcomes. */
    public void settled(long isolated) {
      span.setAttribute(ISOLATED, isolated);
      span.end();
    }

    /** Whatever was to be said of it is said. */
    public void told() {
      slotIds.forEach(slotId -> inWork.remove(slotId, span));
    }
  }
}
