package io.quantedge.telemetry.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.stream.Collectors;

/** Reads the JSON of requests; what is wrong is told with the field's name. */
final class Bodies {
  private Bodies() {}

  /**
   * @throws InvalidRequestException if it is no JSON object of this kind
   */
  static <T> T read(ObjectReader reader, byte[] body) {
    try {
      T sent = reader.readValue(body);
      if (sent == null) {
        throw new InvalidRequestException("the request must be a JSON object; it was null");
      }
      return sent;
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

  private static String firstLine(JsonProcessingException e) {
    return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
  }
}
