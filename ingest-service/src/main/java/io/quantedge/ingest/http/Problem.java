package io.quantedge.ingest.http;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quantedge.ingest.domain.Printable;
import io.quantedge.tracing.TraceIds;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for people and programs (RFC 9457).
 *
 * @param code stable, for programs
 * @param field the field of the request that is wrong, if it is one
 * @param traceId of the trace in which it went wrong, if that is recorded
 */
@Schema(description = "RFC 9457 problem details with a stable code")
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "field", "instance", "traceId"})
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    @Nullable String field,
    @Nullable String instance,
    @Nullable String traceId) {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final String TYPE_BASE = "https://quantedge.io/problems/";

  static Problem of(int status, String code, String title, String detail) {
    String type = TYPE_BASE + code.toLowerCase(Locale.ROOT).replace('_', '-');
    return new Problem(
        type, title, status, detail, code, null, null, TraceIds.current().orElse(null));
  }

  Problem inField(String wrongField) {
    return new Problem(type, title, status, detail, code, wrongField, instance, traceId);
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, code, field, Printable.of(path), traceId);
  }
}
