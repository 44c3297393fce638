package io.quantedge.evaluator.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quantedge.tracing.TraceIds;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 has it, with a code for machines.
 *
 * @param type a stable URI of the kind of problem
 * @param detail what was wrong, with which value, and what to do
 * @param instance the path that was asked
 * @param traceId of the trace in which it went wrong, if that is recorded
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String traceId) {
  static final String MEDIA_TYPE = "application/problem+json";

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final String TYPES = "https://quantedge.io/problems/";

  static Problem of(Kind kind, String detail, UriInfo uri) {
    return of(kind.status, kind.name(), kind.title, detail, uri);
  }

  static Problem of(int status, String code, String title, String detail, UriInfo uri) {
    String type = TYPES + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        type,
        title,
        status,
        detail,
        code,
        uri.getRequestUri().getRawPath(),
        TraceIds.current().orElse(null));
  }

  /** What passes says when to ask again, and who showed a wrong key is told how to show one. */
  Response.ResponseBuilder toResponse() {
    Response.ResponseBuilder response =
        Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
    return switch (status) {
      case 401 -> response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case 503 -> response.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
      default -> response;
    };
  }

  /** The refusals that this service knows. */
  enum Kind {
    INVALID_REQUEST(400, "The request is not valid"),
    INVALID_CURSOR(400, "The cursor is not of this list"),
    UNKNOWN_KEY(401, "Nobody has this access key"),
    UNKNOWN_SLOT(404, "No such slot"),
    SLOT_STILL_OPEN(409, "The slot is still open"),
    CATCHING_UP(503, "The evaluator is still reading the log"),
    OWNER_UNKNOWN(503, "It is not known which instance evaluates the slot"),
    OWNER_SILENT(503, "The instance that evaluates the slot does not answer"),
    INTERNAL_ERROR(500, "Something unexpected happened");

    private final int status;
    private final String title;

    Kind(int status, String title) {
      this.status = status;
      this.title = title;
    }
  }
}
