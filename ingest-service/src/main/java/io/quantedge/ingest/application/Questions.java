package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What all questions to the store have in common. Stateless. */
final class Questions {
  private static final Logger log = Logger.getLogger(Questions.class);

  private Questions() {}

  /**
   * Asks, and turns whatever the store fails with into a refusal that says when to come back.
   *
   * @param what is asked for, in the plural
   */
  static <T> Uni<T> ask(String what, Supplier<Uni<? extends T>> question) {
    return Uni.createFrom()
        .deferred(question)
        .onFailure(failure -> !(failure instanceof RefusedException))
        .invoke(cause -> log.warnf("store did not answer question=%s cause=%s", what, cause))
        .onFailure(failure -> !(failure instanceof RefusedException))
        .transform(cause -> new RefusedException(new Refusal.QueryUnavailable(what)));
  }
}
