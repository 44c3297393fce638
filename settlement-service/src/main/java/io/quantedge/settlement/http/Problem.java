package io.quantedge.settlement.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quantedge.tracing.TraceIds;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 problem details.
 *
 * @param type a stable URI of the kind of problem
 * @param code the same, for machines
 * @param instance the path that was asked for
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

  private static final String TYPES = "https://quantedge.io/problems/";

  static Response response(ProblemCode code, String detail, String instance) {
    return response(code, code.status(), detail, instance);
  }

  static Response response(ProblemCode code, int status, String detail, String instance) {
    Problem problem =
        new Problem(
            TYPES + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            code.title(),
            status,
            detail,
            code.name(),
            instance,
            TraceIds.current().orElse(null));
    Response.ResponseBuilder builder = Response.status(status).type(MEDIA_TYPE).entity(problem);
    return status == 503 ? builder.header("Retry-After", "1").build() : builder.build();
  }
}
