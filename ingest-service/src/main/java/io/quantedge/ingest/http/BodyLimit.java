package io.quantedge.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.ingest.config.IngestConfig;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says it is too large, before the server's own limit does so without a word.
 * That one still ends a body that does not say.
 */
@Singleton
class BodyLimit {
  /** Ahead of the server's own limit. */
  private static final int PRIORITY = 100;

  private final long maxBytes;
  private final ObjectMapper mapper;

  BodyLimit(IngestConfig config, ObjectMapper mapper) {
    this.maxBytes = config.maxBodyBytes();
    this.mapper = mapper;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || !isTooLarge(length)) {
      context.next();
      return;
    }
    context.request().resume();
    context
        .response()
        .setStatusCode(413)
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(body(context.normalizedPath()));
  }

  private boolean isTooLarge(String length) {
    try {
      return Long.parseLong(length) > maxBytes;
    } catch (NumberFormatException e) {
      // The server refuses a length that is no number.
      return false;
    }
  }

  private Buffer body(String path) {
    Problem problem =
        Problem.of(
                413, "BODY_TOO_LARGE", "Body too large", "a body may have " + maxBytes + " bytes")
            .at(path);
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem of our own could not be written", e);
    }
  }
}
