package io.quantedge.evaluator.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.tracing.Traces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes one span of each decision, from folding its close marker to settlement's log holding its
 * outcome, with links to a few of the bids that it was made of. A bid has no span here: a slot has
 * thousands. Remembers a bounded number of slots, the latest. Thread-safe; to be asked only while
 * {@link #isOn}.
 */
@Singleton
public class SlotTraces {
  static final AttributeKey<String> SLOT_ID = AttributeKey.stringKey("exchange.slot.id");
  static final AttributeKey<String> STATE = AttributeKey.stringKey("exchange.outcome.state");
  static final AttributeKey<String> CAUSE = AttributeKey.stringKey("exchange.close.cause");
  static final AttributeKey<Long> RECEIVED = AttributeKey.longKey("exchange.bids.received");
  static final AttributeKey<Long> COUNTED = AttributeKey.longKey("exchange.bids.counted");
  private static final int MAX_SLOTS = 10_000;

  private final Traces traces;
  private final Clock clock;
  private final SplittableRandom random = new SplittableRandom();
  private final Map<SlotId, SlotTrace> slots =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<SlotId, SlotTrace> eldest) {
          return size() > MAX_SLOTS;
        }
      };

  SlotTraces(Traces traces, Clock clock) {
    this.traces = traces;
    this.clock = clock;
  }

  /** Nothing is traced. */
  public static SlotTraces off() {
    return new SlotTraces(Traces.off(), Clock.systemUTC());
  }

  /** Whether tracing is switched on; the same for as long as the process lives. */
  public boolean isOn() {
    return traces.isOn();
  }

  /** A record of the log is about to be folded. */
  public synchronized void seen(AuctionEvent event, Headers headers) {
    switch (event) {
      case AuctionEvent.SlotOpened opened -> of(opened.slotId()).ranked(opened.slot().ranking());
      case AuctionEvent.BidPlaced(var bid) ->
          traces.sampledIn(headers).ifPresent(span -> of(bid.slotId()).bid(bid, span, random));
      case AuctionEvent.CloseMarked marker ->
          of(marker.slotId()).closed(traces.extract(headers), clock.instant());
    }
  }

  /**
   * Begins the span of a decision and puts its context into the outcome's record. If settlement's
   * log refuses the record, the decision is told again, in a span of its own.
   */
  public synchronized Span decide(AuctionOutcome outcome, Headers headers) {
    SlotTrace slot = slots.getOrDefault(outcome.slot().slotId(), new SlotTrace());
    SpanBuilder builder =
        traces
            .messaging("decide", SpanKind.PRODUCER, Topic.AUCTION_OUTCOMES.topicName(), "send")
            .setParent(slot.closing())
            .setAttribute(SLOT_ID, outcome.slot().slotId().value())
            .setAttribute(STATE, outcome.state().name())
            .setAttribute(CAUSE, outcome.closeCause().name())
            .setAttribute(RECEIVED, outcome.total().received())
            .setAttribute(COUNTED, outcome.total().counted());
    slot.closeFolded().ifPresent(builder::setStartTimestamp);
    slot.links(outcome.winner().map(winner -> winner.bid().bidId())).forEach(builder::addLink);
    Span span = builder.startSpan();
    traces.inject(span, headers);
    return span;
  }

  /** The outcome's record is acknowledged or refused. */
  public synchronized void told(SlotId slotId, Span span, @Nullable Throwable failure) {
    Traces.end(span, failure);
    if (failure == null) {
      slots.remove(slotId);
    }
  }

  private SlotTrace of(SlotId slotId) {
    return slots.computeIfAbsent(slotId, id -> new SlotTrace());
  }
}
