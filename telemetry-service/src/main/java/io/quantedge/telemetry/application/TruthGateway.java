package io.quantedge.telemetry.application;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What settlement-service answers about committed truth. Implementations are thread-safe. */
public interface TruthGateway {
  /**
   * Asks; a problem is an answer too.
   *
   * @param query as it was asked, not decoded
   * @return fails with {@link SourceAwayException}
   */
  Uni<Answer> ask(TruthPath path, Optional<String> query);

  /**
   * What is passed on.
   *
   * @param body JSON; not to be changed
   * @param retryAfter what it says about asking again
   */
  record Answer(int status, String mediaType, byte[] body, Optional<String> retryAfter) {}
}
