package io.quantedge.contracts.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.outcome.SlotState;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.contracts.submission.RejectedSubmission;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.contracts.usage.UsageReport;
import java.io.IOException;

/**
 * Turns one kind of event into a record's value and back. Thread-safe. Decoding is done by the
 * reader of a topic and not by the Kafka client, so that a record that cannot be read is a case to
 * handle and not a dead consumer.
 *
 * @param <T> the kind of event
 */
public final class EventCodec<T> {
  public static final EventCodec<AuctionEvent> AUCTION_EVENT = new EventCodec<>(AuctionEvent.class);
  public static final EventCodec<SlotState> SLOT_STATE = new EventCodec<>(SlotState.class);
  public static final EventCodec<AuctionOutcome> OUTCOME = new EventCodec<>(AuctionOutcome.class);
  public static final EventCodec<SettlementEvent> SETTLEMENT =
      new EventCodec<>(SettlementEvent.class);
  public static final EventCodec<ConflictEvent> CONFLICT = new EventCodec<>(ConflictEvent.class);
  public static final EventCodec<TrafficStats> TRAFFIC_STATS = new EventCodec<>(TrafficStats.class);
  public static final EventCodec<RejectedSubmission> REJECTED_SUBMISSION =
      new EventCodec<>(RejectedSubmission.class);
  public static final EventCodec<UsageReport> USAGE = new EventCodec<>(UsageReport.class);

  private final Class<T> type;
  private final ObjectWriter writer;
  private final ObjectReader reader;

  private EventCodec(Class<T> type) {
    this.type = type;
    this.writer = Json.mapper().writerFor(type);
    this.reader = Json.mapper().readerFor(type);
  }

  /** The event as UTF-8 JSON; the same event always gives the same bytes. */
  public byte[] encode(T event) {
    try {
      return writer.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event of our own could not be written: " + event, e);
    }
  }

  /**
   * @throws MalformedEventException if the bytes are not such an event
   */
  public T decode(byte[] value) throws MalformedEventException {
    try {
      T event = reader.readValue(value);
      if (event == null) {
        throw new MalformedEventException(type.getSimpleName() + " expected, null found", null);
      }
      return event;
    } catch (IOException e) {
      throw new MalformedEventException(
          "not a readable " + type.getSimpleName() + ": " + firstLine(e), e);
    }
  }

  private static String firstLine(IOException e) {
    String text =
        e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    return String.valueOf(text).lines().findFirst().orElse("");
  }
}
