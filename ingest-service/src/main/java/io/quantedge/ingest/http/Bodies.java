package io.quantedge.ingest.http;

import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import org.jspecify.annotations.Nullable;

/** Guards against the body that is not there. */
final class Bodies {
  private Bodies() {}

  static <T> T required(@Nullable T body) {
    if (body == null) {
      throw new RefusedException(
          new Refusal.InvalidRequest("body", "a JSON object is required; there was none"));
    }
    return body;
  }
}
