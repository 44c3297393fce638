package io.quantedge.telemetry.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quantedge.tracing.TraceIds;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what was wrong and what to do about it (RFC 9457).
 *
 * @param type a stable address of this kind of problem
 * @param code the same for programs, in capitals
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

  /**
   * @param code in capitals; its kebab form ends the type
   */
  static Problem of(Response.StatusType status, String code, String detail, UriInfo uri) {
    return new Problem(
        "https://quantedge.io/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'),
        status.getReasonPhrase(),
        status.getStatusCode(),
        detail,
        code,
        uri.getPath(),
        TraceIds.current().orElse(null));
  }

  Response response() {
    return builder().build();
  }

  Response.ResponseBuilder builder() {
    return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this);
  }
}
