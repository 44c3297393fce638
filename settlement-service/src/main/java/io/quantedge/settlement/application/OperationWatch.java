package io.quantedge.settlement.application;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;

/**
 * Told of each operation while it runs, attempt by attempt, by whoever wants to draw the picture of
 * one operation; counts are {@link SettlementMeter}'s. Thread-safe; never throws.
 */
public interface OperationWatch {
  /** Nobody watches. */
  OperationWatch NONE = operation -> Run.UNSEEN;

  /** An operation begins. */
  Run begun(Operation operation);

  /** One operation; its attempts come one after another. */
  interface Run {
    /** Nobody watches. */
    Run UNSEEN =
        new Run() {
          @Override
          public void attempt(int number) {}

          @Override
          public void failed(StoreFailure failure, long backoffMillis) {}

          @Override
          public void done(Finding finding) {}
        };

    /** An attempt begins, from 1. */
    void attempt(int number);

    /**
     * The attempt at hand failed.
     *
     * @param backoffMillis until the next one; 0 if there is none
     */
    void failed(StoreFailure failure, long backoffMillis);

    /** The attempt at hand committed, or found that nothing was left to do. */
    void done(Finding finding);
  }
}
