package io.quantedge.ingest.http;

import io.quantedge.ingest.config.IngestConfig;
import io.quantedge.ingest.domain.Refusal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Refuses a body that is too large with a problem, where the server's own limit would only cut the
 * connection: at once if the body says its length, else as soon as it is longer.
 */
@Singleton
class BodyLimit {
  /** Ahead of the server's own limit. */
  private static final int PRIORITY = 100;

  /** How long the rest of a body is read and thrown away, so that its sender gets to the answer. */
  private static final long LINGER_MILLIS = 1_000;

  private final int maxBytes;
  private final Problems problems;

  BodyLimit(IngestConfig config, Problems problems) {
    this.maxBytes = config.maxBodyBytes();
    this.problems = problems;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, PRIORITY);
  }

  private void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && isTooLarge(length)) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      refuse(context);
    } else if (length == null && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      gather(context, request);
    } else {
      context.next();
    }
  }

  private boolean isTooLarge(String length) {
    try {
      return Long.parseLong(length) > maxBytes;
    } catch (NumberFormatException e) {
      // The server refuses a length that is no number.
      return false;
    }
  }

  private void gather(RoutingContext context, HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(chunk -> {
      if (body.length() + chunk.length() <= maxBytes) {
        body.appendBuffer(chunk);
        return;
      }
      request.handler(rest -> {});
      request.endHandler(end -> {});
      refuse(context);
      context
          .vertx()
          .setTimer(
              LINGER_MILLIS,
              id -> {
                if (!request.isEnded()) {
                  request.connection().close();
                }
              });
    });
    request.endHandler(end -> {
      context.setBody(body);
      context.next();
    });
    request.resume();
  }

  private void refuse(RoutingContext context) {
    problems.answer(context, RefusalProblems.problem(new Refusal.TooLarge("a body", maxBytes)));
  }
}
