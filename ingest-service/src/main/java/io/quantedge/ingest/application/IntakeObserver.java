package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.Refusal;

/** Told of every answer that intake gives, whichever way the request came. Thread-safe. */
public interface IntakeObserver {
  /** A bid is durable and was acknowledged. */
  void bidAccepted();

  /** A bid that was acknowledged before got the same receipt again. */
  void bidRepeated();

  /** A request was refused. */
  void refused(Refusal refusal);

  /** A bid met a defect of ours: it was neither acknowledged nor refused with a reason. */
  void failed();
}
