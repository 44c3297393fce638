package io.quantedge.ingest.kafka;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.tracing.Messaging;
import io.quantedge.tracing.Traces;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The part of a trace in which one event is appended to the log, from handing it to the producer to
 * the broker's answer. Its context travels in the record's headers. Thread-safe.
 */
final class AppendSpan {
  static final AttributeKey<String> SLOT_ID = AttributeKey.stringKey("exchange.slot.id");
  static final AttributeKey<String> BID_ID = AttributeKey.stringKey("exchange.bid.id");
  private static final AppendSpan NONE = new AppendSpan(Span.getInvalid());

  private final Span span;

  private AppendSpan(Span span) {
    this.span = span;
  }

  /** Begins below the span at hand, which is the request's; does nothing while tracing is off. */
  static AppendSpan begin(Traces traces, AuctionEvent event, Headers headers) {
    if (!traces.isOn()) {
      return NONE;
    }
    Span span =
        traces
            .messaging(nameOf(event), SpanKind.PRODUCER, Topic.AUCTION_EVENTS.topicName(), "send")
            .setAttribute(SLOT_ID, event.slotId().value())
            .startSpan();
    if (event instanceof AuctionEvent.BidPlaced placed) {
      span.setAttribute(BID_ID, placed.bid().bidId().toString());
    }
    traces.inject(span, headers);
    return new AppendSpan(span);
  }

  void answered(RecordMetadata metadata, @Nullable Exception failure) {
    if (this == NONE) {
      return;
    }
    if (failure == null) {
      span.setAttribute(Messaging.PARTITION, Integer.toString(metadata.partition()));
      span.setAttribute(Messaging.OFFSET, metadata.offset());
    }
    Traces.end(span, failure);
  }

  void failed(Exception failure) {
    Traces.end(span, failure);
  }

  private static String nameOf(AuctionEvent event) {
    return switch (event) {
      case AuctionEvent.BidPlaced placed -> "append bid";
      case AuctionEvent.SlotOpened opened -> "append opening";
      case AuctionEvent.CloseMarked marked -> "append close marker";
    };
  }
}
