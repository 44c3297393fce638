package io.quantedge.evaluator.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.domain.SlotView;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers for one slot. Thread-safe. */
@ApplicationScoped
public class SlotQueries {
  private final SlotViews views;
  private final EvaluatorStatus status;

  SlotQueries(SlotViews views, EvaluatorStatus status) {
    this.views = views;
    this.status = status;
  }

  public Answer find(SlotId slotId) {
    // The status is read first: a slot that appears in between is found.
    boolean ready = status.isReady();
    return views
        .find(slotId)
        .<Answer>map(Answer.Known::new)
        .orElseGet(() -> ready ? new Answer.Unknown() : new Answer.NotYetKnown());
  }

  /** What is known of a slot. */
  public sealed interface Answer {
    record Known(SlotView view) implements Answer {}

    /** No partition of this instance holds the slot. */
    record Unknown() implements Answer {}

    /** The log has not been read far enough to say. */
    record NotYetKnown() implements Answer {}
  }
}
