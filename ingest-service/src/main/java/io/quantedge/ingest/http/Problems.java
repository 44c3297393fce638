package io.quantedge.ingest.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/**
 * Answers with a problem where the framework that does it elsewhere is not at hand. Thread-safe.
 */
@Singleton
class Problems {
  private final ObjectMapper mapper;

  Problems(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  static Problem internal(String detail) {
    return Problem.of(500, "INTERNAL_ERROR", "Something broke here", detail);
  }

  static Problem unsupportedMediaType(String expected) {
    return Problem.of(
        415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported media type", "send the body as " + expected);
  }

  static Problem methodNotAllowed() {
    return Problem.of(
        405,
        "METHOD_NOT_ALLOWED",
        "Method not allowed",
        "this path does not know this method; see /q/openapi");
  }

  /** For the results of a stream that was sent to {@code path}. */
  ResultLines resultLines(String path) {
    return new ResultLines(mapper, path);
  }

  /** Ends the request; headers that belong to the answer must be set before. */
  void answer(RoutingContext context, Problem problem) {
    // What is left of the body is of no interest, and a connection that nobody reads is stuck.
    context.request().resume();
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(body(problem.at(context.normalizedPath())));
  }

  private Buffer body(Problem problem) {
    try {
      return Buffer.buffer(mapper.writeValueAsBytes(problem));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem of our own could not be written", e);
    }
  }
}
