package io.quantedge.telemetry.application.incident;

import io.quantedge.telemetry.domain.incident.FailedCheck;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Whether the books agree, as the service that keeps them says. Thread-safe. */
public interface BooksCheck {
  /**
   * @return the promises that do not hold; fails if the service gives no answer, which says nothing
   *     about the books
   */
  Uni<List<FailedCheck>> failedChecks();
}
