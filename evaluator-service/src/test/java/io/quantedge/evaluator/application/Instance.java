package io.quantedge.evaluator.application;

import io.quantedge.evaluator.domain.SlotView;

/** What one instance knows, as its loop would have published it. */
public final class Instance {
  private final SlotViews views = new SlotViews();
  private final EvaluatorStatus status = new EvaluatorStatus();

  /** An instance that has read the log and knows no slot. */
  public Instance() {
    status.report(EvaluatorStatus.Phase.READY);
  }

  public void knows(SlotView view) {
    views.publish(view);
  }

  public void catchesUp() {
    status.report(EvaluatorStatus.Phase.CATCHING_UP);
  }

  public SlotViews views() {
    return views;
  }

  public EvaluatorStatus status() {
    return status;
  }

  public SlotQueries queries() {
    return new SlotQueries(views, status);
  }
}
