package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the next page begins, as the services say it. */
final class Cursors {
  private Cursors() {}

  /** Empty on the last page. */
  static Optional<String> next(JsonNode page) {
    return Optional.ofNullable(page.path("next").textValue());
  }

  static String encoded(String cursor) {
    return URLEncoder.encode(cursor, StandardCharsets.UTF_8);
  }
}
