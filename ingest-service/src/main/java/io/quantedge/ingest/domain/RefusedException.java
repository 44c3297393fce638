package io.quantedge.ingest.domain;

/**
 * Carries a {@link Refusal} through a pipeline to the one place that answers it. It has no stack
 * trace: a refusal is an expected answer, and thousands a second must stay cheap.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.code() + " " + refusal.detail(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
