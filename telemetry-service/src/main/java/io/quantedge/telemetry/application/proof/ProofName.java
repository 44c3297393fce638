package io.quantedge.telemetry.application.proof;

/** The proofs that there are. Immutable. */
public enum ProofName {
  RACE(
      "Race",
      "Many workers settle one slot at once: is there exactly one settlement?",
      "the settlement's key is a function of the slot, and who finds it settled stops"),
  BURST(
      "Burst",
      "Many settlements over few accounts at once: is every one of them booked, once?",
      "an attempt that meets a conflict begins again from its reads"),
  FAILOVER(
      "Failover",
      "The preferred endpoint of the truth store is cut off: does settling go on, without a loss?",
      "the connector finds the cut, switches to the next endpoint, and every write is idempotent"),
  WRITE_SKEW(
      "Write skew",
      "Two settlements spend from one budget at once: does it stay above its limit?",
      "the balance's row is updated only as it was read");

  private final String title;
  private final String question;
  private final String guard;

  ProofName(String title, String question, String guard) {
    this.title = title;
    this.question = question;
    this.guard = guard;
  }

  public String title() {
    return title;
  }

  /** What the proof answers. */
  public String question() {
    return question;
  }

  /** What makes the answer yes; the run without it must answer no. */
  public String guard() {
    return guard;
  }
}
