package io.quantedge.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quantedge.ingest.application.BidSubmission;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bid out of a CloudEvent in structured mode: JSON with the bid under {@code data}.
 * (CloudEvents 1.0.2, JSON Event Format, section 3.) Stateless.
 */
public final class CloudEventReader {
  /** The major version whose events are understood; its minor versions only add. */
  private static final String VERSION_PREFIX = "1.";

  private CloudEventReader() {}

  /**
   * A bid and the event's own id.
   *
   * @param id absent if the event has none that is text
   */
  public record Enveloped(BidSubmission submission, Optional<String> id) {}

  /**
   * @throws io.quantedge.ingest.domain.RefusedException if it is no such event with a bid in it
   */
  public static Enveloped read(byte[] json) {
    return BidReader.parse(json, 0, json.length, CloudEventReader::envelope);
  }

  /**
   * @throws io.quantedge.ingest.domain.RefusedException if events of this version are not read here
   */
  public static void requireKnownVersion(String specVersion) {
    if (!specVersion.startsWith(VERSION_PREFIX)) {
      throw BidReader.invalid(
          "specversion", "must be 1.0; it was '" + abbreviated(specVersion) + "'");
    }
  }

  private static Enveloped envelope(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw BidReader.invalid("body", "must be a JSON object; it was " + BidReader.kind(parser));
    }
    @Nullable BidSubmission submission = null;
    @Nullable String id = null;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "specversion" -> requireKnownVersion(parser.getText());
        case "id" -> id = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
        case "data" -> submission = data(submission, parser);
        case "data_base64" -> throw BidReader.invalid(name, "is not read; put the bid into data");
        default -> parser.skipChildren();
      }
    }
    if (submission == null) {
      throw BidReader.invalid("data", "is required: the bid");
    }
    return new Enveloped(submission, Optional.ofNullable(id));
  }

  private static BidSubmission data(@Nullable BidSubmission before, JsonParser parser)
      throws IOException {
    if (before != null) {
      throw BidReader.invalid("data", "must come once; it came twice");
    }
    return BidReader.object(parser);
  }

  private static String abbreviated(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
