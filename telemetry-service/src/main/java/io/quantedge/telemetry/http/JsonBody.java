package io.quantedge.telemetry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a request brings along; whatever is wrong with it is said with the field's name. */
final class JsonBody {
  private JsonBody() {}

  /**
   * @throws InvalidRequestException if it is not what the reader reads
   */
  static <T> T read(ObjectReader reader, byte[] body) {
    try {
      @Nullable T read = reader.readValue(body);
      if (read == null) {
        throw new InvalidRequestException("the request must be a JSON object; it was null");
      }
      return read;
    } catch (JsonMappingException e) {
      String field =
          e.getPath().stream()
              .map(step -> String.valueOf(step.getFieldName()))
              .collect(Collectors.joining("."));
      throw new InvalidRequestException(
          (field.isEmpty() ? "the request" : "'" + field + "'") + ": " + firstLine(e));
    } catch (JsonProcessingException e) {
      throw new InvalidRequestException("the request is not JSON: " + firstLine(e));
    } catch (IOException e) {
      throw new InvalidRequestException("the request could not be read");
    }
  }

  /** Our types check themselves and say what is wrong. */
  static <T> T valid(Supplier<T> parse) {
    try {
      return parse.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidRequestException(String.valueOf(e.getMessage()));
    }
  }

  private static String firstLine(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }
}
