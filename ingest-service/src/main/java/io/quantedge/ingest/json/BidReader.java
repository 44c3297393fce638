package io.quantedge.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bid from JSON, token by token: amounts stay the text that was sent, a field that comes
 * twice is refused instead of guessed, and nothing is built for what is ignored. Every door uses
 * it. Stateless.
 */
public final class BidReader {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 200;
  private static final int MAX_NAME_LENGTH = 1_000;

  // Names are not interned: whoever sends ever new ones must not fill the JVM's own table.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_LENGTH)
                  .maxNameLength(MAX_NAME_LENGTH)
                  .build())
          .build();

  private BidReader() {}

  /**
   * @return what was sent, unchecked
   * @throws RefusedException if it is no JSON object in UTF-8, or a field has the wrong type
   */
  public static BidSubmission read(byte[] json, int offset, int length) {
    return parse(json, offset, length, BidReader::object);
  }

  /** {@link #read(byte[], int, int)} all of it. */
  public static BidSubmission read(byte[] json) {
    return read(json, 0, json.length);
  }

  /** Reads a value whose parser stands at its first token. */
  interface Reading<T> {
    T read(JsonParser parser) throws IOException;
  }

  static <T> T parse(byte[] json, int offset, int length, Reading<T> reading) {
    if (!Utf8.isValid(json, offset, length)) {
      throw invalid("body", "must be JSON in UTF-8; the bytes are no UTF-8");
    }
    try (JsonParser parser = FACTORY.createParser(json, offset, length)) {
      if (parser.nextToken() == null) {
        throw invalid("body", "a JSON object is required; there was none");
      }
      T value = reading.read(parser);
      if (parser.nextToken() != null) {
        throw invalid("body", "not the expected JSON: something follows the object");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw invalid("body", "not the expected JSON: " + firstLine(e));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory could not be read", e);
    }
  }

  /** The bid whose first token the parser stands at; afterwards it stands at the last. */
  static BidSubmission object(JsonParser parser) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw invalid("body", "must be a JSON object; it was " + kind(parser));
    }
    Fields fields = new Fields();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.read(name, parser);
    }
    return fields.submission();
  }

  static RefusedException invalid(String field, String problem) {
    return new RefusedException(new Refusal.InvalidRequest(field, problem));
  }

  static String kind(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      default -> "null";
    };
  }

  private static String firstLine(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }

  /** The fields that were read so far. */
  private static final class Fields {
    private int seen;
    private @Nullable String slotId;
    private @Nullable String bidId;
    private @Nullable String accountId;
    private @Nullable String region;
    private @Nullable String amount;
    private @Nullable String currency;
    private @Nullable Integer latencyMs;
    private @Nullable String qualityScore;

    void read(String name, JsonParser parser) throws IOException {
      switch (name) {
        case "slotId" -> slotId = text(name, 0, parser);
        case "bidId" -> bidId = text(name, 1, parser);
        case "accountId" -> accountId = text(name, 2, parser);
        case "region" -> region = text(name, 3, parser);
        case "amount" -> amount = decimal(name, 4, parser);
        case "currency" -> currency = text(name, 5, parser);
        case "latencyMs" -> latencyMs = wholeNumber(name, 6, parser);
        case "qualityScore" -> qualityScore = decimal(name, 7, parser);
        default -> parser.skipChildren();
      }
    }

    BidSubmission submission() {
      return new BidSubmission(
          slotId, bidId, accountId, region, amount, currency, latencyMs, qualityScore);
    }

    private @Nullable String text(String name, int index, JsonParser parser) throws IOException {
      once(name, index);
      return switch (parser.currentToken()) {
        case VALUE_STRING -> parser.getText();
        case VALUE_NULL -> null;
        default -> throw invalid(name, "must be a string; it was " + kind(parser));
      };
    }

    private @Nullable String decimal(String name, int index, JsonParser parser) throws IOException {
      once(name, index);
      return switch (parser.currentToken()) {
        case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getText();
        case VALUE_NULL -> null;
        default -> throw invalid(name, "must be a number or a string; it was " + kind(parser));
      };
    }

    private @Nullable Integer wholeNumber(String name, int index, JsonParser parser)
        throws IOException {
      once(name, index);
      return switch (parser.currentToken()) {
        case VALUE_NUMBER_INT -> parser.getIntValue();
        case VALUE_NULL -> null;
        default -> throw invalid(name, "must be a whole number; it was " + kind(parser));
      };
    }

    private void once(String name, int index) {
      int bit = 1 << index;
      if ((seen & bit) != 0) {
        throw invalid(name, "must come once; it came twice");
      }
      seen |= bit;
    }
  }
}
