package io.quantedge.ingest.kafka;

import com.fasterxml.uuid.Generators;
import io.quantedge.contracts.id.BidId;
import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.json.BidReader;
import io.quantedge.ingest.json.CloudEventReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads submissions: plain JSON, or a CloudEvent in either mode of its Kafka binding (CloudEvents
 * 1.0.2, Kafka Protocol Binding, sections 3.2 and 3.3). Stateless.
 */
final class SubmissionDecoder {
  private static final String CONTENT_TYPE = "content-type";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String EVENT_PREFIX = "application/cloudevents";
  private static final String SPEC_VERSION = "ce_specversion";
  private static final String EVENT_ID = "ce_id";

  /** The UUIDv5 of {@code submissions.quantedge.io} in the DNS namespace of RFC 9562. */
  private static final UUID NAMESPACE = UUID.fromString("235e282c-ed0c-565a-99da-36f431ac68ed");

  private final int maxBytes;

  /**
   * @param maxBytes how long a value may be
   */
  SubmissionDecoder(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * The bid. One that was sent without an id gets the CloudEvent's, if that is a UUID, else one
   * that is a function of the record's place: read again after a crash, it is the same bid.
   *
   * @throws RefusedException if it cannot be read
   */
  BidSubmission decode(ConsumerRecord<byte[], byte[]> entry) {
    byte[] value = entry.value();
    if (value == null) {
      throw invalid("body", "a JSON object is required; the record has no value");
    }
    if (value.length > maxBytes) {
      throw new RefusedException(new Refusal.TooLarge("a submission", maxBytes));
    }
    String contentType = header(entry, CONTENT_TYPE).orElse("").strip().toLowerCase(Locale.ROOT);
    if (!contentType.startsWith(EVENT_PREFIX)) {
      header(entry, SPEC_VERSION).ifPresent(CloudEventReader::requireKnownVersion);
      return identified(BidReader.read(value), header(entry, EVENT_ID), entry);
    }
    if (!contentType.startsWith(STRUCTURED)) {
      throw invalid(CONTENT_TYPE, "must be application/json or " + STRUCTURED);
    }
    CloudEventReader.Enveloped event = CloudEventReader.read(value);
    return identified(event.submission(), event.id(), entry);
  }

  private static BidSubmission identified(
      BidSubmission sent, Optional<String> eventId, ConsumerRecord<byte[], byte[]> entry) {
    if (sent.bidId() != null) {
      return sent;
    }
    return sent.orBidId(
        eventId.filter(SubmissionDecoder::isUuid).orElseGet(() -> placeId(entry).toString()));
  }

  private static UUID placeId(ConsumerRecord<byte[], byte[]> entry) {
    return Generators.nameBasedGenerator(NAMESPACE)
        .generate(entry.topic() + '/' + entry.partition() + '/' + entry.offset());
  }

  private static boolean isUuid(String text) {
    try {
      BidId.parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<String> header(ConsumerRecord<byte[], byte[]> entry, String name) {
    @Nullable Header header = entry.headers().lastHeader(name);
    return header == null || header.value() == null
        ? Optional.empty()
        : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
  }

  private static RefusedException invalid(String field, String problem) {
    return new RefusedException(new Refusal.InvalidRequest(field, problem));
  }
}
