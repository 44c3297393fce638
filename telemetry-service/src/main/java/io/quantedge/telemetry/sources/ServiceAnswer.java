package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quantedge.contracts.json.Json;
import io.quantedge.telemetry.application.SourceAwayException;
import java.io.IOException;
import java.util.Optional;

/**
 * What a service answered: JSON, or a problem, which is JSON too.
 *
 * @param mediaType without parameters
 */
record ServiceAnswer(
    Service service, int status, String mediaType, byte[] body, Optional<String> retryAfter) {
  private static final ObjectReader AS_WRITTEN =
      Json.mapper().reader().without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * @throws SourceAwayException if it is no JSON
   */
  JsonNode json() {
    try {
      return AS_WRITTEN.readTree(body);
    } catch (IOException e) {
      throw new SourceAwayException(
          SourceAwayException.Reason.BAD_ANSWER,
          service.title() + " answered " + status + " with something that is no JSON.");
    }
  }

  /** What a problem says, for people. */
  String problem() {
    JsonNode problem = json();
    String code = problem.path("code").asText("");
    String detail = problem.path("detail").asText("");
    return "%s answered %d %s%s"
        .formatted(service.title(), status, code, detail.isEmpty() ? "" : ": " + detail)
        .strip();
  }
}
