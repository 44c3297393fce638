package io.quantedge.ingest.http;

import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.domain.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
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
  private final Problems problems;

  BodyLimit(IngestConfig config, Problems problems) {
    this.maxBytes = config.maxBodyBytes();
    this.problems = problems;
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
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    problems.answer(context, RefusalProblems.problem(new Refusal.TooLarge("a body", maxBytes)));
  }

  private boolean isTooLarge(String length) {
    try {
      return Long.parseLong(length) > maxBytes;
    } catch (NumberFormatException e) {
      // The server refuses a length that is no number.
      return false;
    }
  }
}
