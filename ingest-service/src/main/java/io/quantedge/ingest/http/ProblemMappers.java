package io.quantedge.ingest.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quantedge.ingest.application.IntakeObserver;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers every failure with a problem, those of the framework included. */
class ProblemMappers {
  private static final Logger log = Logger.getLogger(ProblemMappers.class);

  private final IntakeObserver observer;

  ProblemMappers(IntakeObserver observer) {
    this.observer = observer;
  }

  @ServerExceptionMapper
  Response refused(RefusedException e, UriInfo uri) {
    return response(e.refusal(), uri);
  }

  /** The second type is a kind of the first, but the framework has an answer of its own to it. */
  @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
  Response unreadableJson(JacksonException e, UriInfo uri) {
    Refusal refusal = new Refusal.InvalidRequest(field(e), problem(e));
    if (uri.getPath().endsWith(BidResource.BIDS)) {
      observer.refused(refusal);
    }
    return response(refusal, uri);
  }

  @ServerExceptionMapper
  Response framework(WebApplicationException e, UriInfo uri) {
    if (e.getCause() instanceof JacksonException json) {
      return unreadableJson(json, uri);
    }
    int status = e.getResponse().getStatus();
    Problem problem =
        switch (status) {
          case 404 ->
              Problem.of(status, "NOT_FOUND", "No such resource", "there is nothing at this path");
          case 405 ->
              Problem.of(
                  status,
                  "METHOD_NOT_ALLOWED",
                  "Method not allowed",
                  "this path does not know this method; see /q/openapi");
          case 406 ->
              Problem.of(
                  status, "NOT_ACCEPTABLE", "Not acceptable", "this path answers in JSON only");
          case 413 -> Problem.of(status, "BODY_TOO_LARGE", "Body too large", "send a smaller body");
          case 415 ->
              Problem.of(
                  status,
                  "UNSUPPORTED_MEDIA_TYPE",
                  "Unsupported media type",
                  "send the body as application/json");
          default -> Problem.of(status, "HTTP_" + status, "Request failed", reason(e));
        };
    return response(problem, uri).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable e, UriInfo uri) {
    String errorId = UUID.randomUUID().toString();
    log.errorf(e, "request failed errorId=%s path=%s", errorId, uri.getPath());
    return response(
            Problem.of(
                500,
                "INTERNAL_ERROR",
                "Something broke here",
                "the cause is in this node's log under errorId " + errorId),
            uri)
        .build();
  }

  private static Response response(Refusal refusal, UriInfo uri) {
    Response.ResponseBuilder response = response(RefusalProblems.problem(refusal), uri);
    RefusalProblems.retryAfterSeconds(refusal)
        .ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
    if (refusal instanceof Refusal.UnknownKey) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  private static Response.ResponseBuilder response(Problem problem, UriInfo uri) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.at(uri.getPath()));
  }

  private static String reason(WebApplicationException e) {
    @Nullable String phrase = e.getResponse().getStatusInfo().getReasonPhrase();
    return phrase == null ? "request failed" : phrase;
  }

  private static String field(JacksonException e) {
    if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
      return "body";
    }
    return mapping.getPath().stream()
        .map(
            each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : each.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static String problem(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    return "not the expected JSON: " + message;
  }
}
