package io.quantedge.telemetry.domain.incident;

/** What telemetry can find wrong. Immutable. */
public enum IncidentKind {
  /** Many attempts on the truth store fail by conflicts, or one gave up; subject: region. */
  CONFLICT_STORM("Conflict storm in "),
  /** One slot takes more bids than one partition of the bid store; subject: slot. */
  HOT_SLOT("Hot slot "),
  /** An outcome has waited too long for its settlement; subject: {@code settlement}. */
  STALLED_SETTLEMENT("Outcomes wait for "),
  /** An outcome cannot be settled and was isolated; subject: its slot. */
  DEAD_LETTER("Dead letter of "),
  /** The books do not agree; subject: the check that fails. */
  FAILED_RECONCILIATION("Reconciliation fails: ");

  private final String titleBegin;

  IncidentKind(String titleBegin) {
    this.titleBegin = titleBegin;
  }

  /** One line for people. */
  public String title(String subject) {
    return titleBegin + subject;
  }
}
