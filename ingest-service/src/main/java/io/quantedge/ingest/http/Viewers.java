package io.quantedge.ingest.http;

import io.quantedge.contracts.access.AccessKeys;
import io.quantedge.contracts.access.Viewer;
import io.quantedge.ingest.config.AccessConfig;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says who asks. Thread-safe. */
@Singleton
class Viewers {
  private final AccessKeys keys;

  Viewers(AccessConfig config) {
    this.keys =
        AccessKeys.of(
            config.operatorKeys().orElse(List.of()), config.accountKeys().orElse(List.of()));
  }

  /**
   * @param authorization the request's header of that name
   * @throws RefusedException if it shows a key that nobody has
   */
  Viewer viewer(@Nullable String authorization) {
    return keys.viewer(authorization)
        .orElseThrow(() -> new RefusedException(new Refusal.UnknownKey()));
  }
}
