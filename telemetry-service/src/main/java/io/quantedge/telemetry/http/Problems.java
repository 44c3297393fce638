package io.quantedge.telemetry.http;

import io.quantedge.telemetry.application.SimulationRunStore.StoreUnavailable;
import io.quantedge.telemetry.application.SourceAwayException;
import io.quantedge.telemetry.application.incident.Incidents.ContendedException;
import io.quantedge.telemetry.http.LiveResource.LiveFullException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every failure of a request into a problem; no stack trace ever leaves the service. */
final class Problems {
  private static final Logger log = Logger.getLogger(Problems.class);

  private static final int STORE_RETRY_SECONDS = 5;
  private static final int CONTENDED_RETRY_SECONDS = 1;
  private static final int SOURCE_RETRY_SECONDS = 5;
  private static final int BUSY_RETRY_SECONDS = 1;
  private static final int WATCH_RETRY_SECONDS = 10;

  @ServerExceptionMapper
  Response invalid(InvalidRequestException e, UriInfo uri) {
    return Problem.of(
            Response.Status.BAD_REQUEST, "INVALID_REQUEST", String.valueOf(e.getMessage()), uri)
        .response();
  }

  @ServerExceptionMapper
  Response storeUnavailable(StoreUnavailable e, UriInfo uri) {
    log.warnf("truth store unavailable path=%s reason=%s", uri.getPath(), e.getMessage());
    return Problem.of(
            Response.Status.SERVICE_UNAVAILABLE,
            "TRUTH_STORE_UNAVAILABLE",
            "The truth store does not answer or has no schema yet; nothing was recorded."
                + " Send the same request again in a few seconds.",
            uri)
        .builder()
        .header(HttpHeaders.RETRY_AFTER, STORE_RETRY_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response contended(ContendedException e, UriInfo uri) {
    log.warnf("incident contended path=%s reason=%s", uri.getPath(), e.getMessage());
    return Problem.of(
            Response.Status.SERVICE_UNAVAILABLE,
            "INCIDENT_CONTENDED",
            "Many record events of this incident at once, and others were faster each time. Send the"
                + " same event again: under the same eventId it is recorded once.",
            uri)
        .builder()
        .header(HttpHeaders.RETRY_AFTER, CONTENDED_RETRY_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response sourceAway(SourceAwayException e, UriInfo uri) {
    return switch (e.reason()) {
      case SILENT -> later("SOURCE_UNAVAILABLE", e, SOURCE_RETRY_SECONDS, uri);
      case BUSY -> later("TOO_MANY_QUESTIONS", e, BUSY_RETRY_SECONDS, uri);
      case BAD_ANSWER ->
          Problem.of(Response.Status.BAD_GATEWAY, "SOURCE_ANSWER_UNUSABLE", e.sentence(), uri)
              .response();
    };
  }

  private static Response later(String code, SourceAwayException e, int retrySeconds, UriInfo uri) {
    return Problem.of(Response.Status.SERVICE_UNAVAILABLE, code, e.sentence(), uri)
        .builder()
        .header(HttpHeaders.RETRY_AFTER, retrySeconds)
        .build();
  }

  @ServerExceptionMapper
  Response full(LiveFullException e, UriInfo uri) {
    return Problem.of(
            Response.Status.SERVICE_UNAVAILABLE,
            "TOO_MANY_WATCHERS",
            "As many watch already as may at once. Try again later, or ask /v1/overview.",
            uri)
        .builder()
        .header(HttpHeaders.RETRY_AFTER, WATCH_RETRY_SECONDS)
        .build();
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e, UriInfo uri) {
    Response original = e.getResponse();
    Response.ResponseBuilder answer =
        Problem.of(original.getStatusInfo(), code(original), detail(original, uri), uri).builder();
    String allowed = original.getHeaderString(HttpHeaders.ALLOW);
    return allowed == null ? answer.build() : answer.header(HttpHeaders.ALLOW, allowed).build();
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException e, UriInfo uri) {
    log.errorf(e, "request failed path=%s", uri.getPath());
    return Problem.of(
            Response.Status.INTERNAL_SERVER_ERROR,
            "INTERNAL_ERROR",
            "The service failed on this request. Its log has the cause.",
            uri)
        .response();
  }

  private static String code(Response original) {
    return switch (original.getStatus()) {
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 406 -> "NOT_ACCEPTABLE";
      case 413 -> "CONTENT_TOO_LARGE";
      case 415 -> "UNSUPPORTED_MEDIA_TYPE";
      default -> original.getStatus() >= 500 ? "INTERNAL_ERROR" : "INVALID_REQUEST";
    };
  }

  private static String detail(Response original, UriInfo uri) {
    return switch (original.getStatus()) {
      case 404 -> "There is nothing at " + uri.getPath() + "; see /q/openapi for what there is.";
      case 405 -> "This method is not known at " + uri.getPath() + "; see the Allow header.";
      case 406 -> "None of the accepted media types can be produced; JSON can.";
      case 413 -> "The request is too large.";
      case 415 -> "The request must be application/json.";
      default -> "The request could not be understood.";
    };
  }
}
