package io.quantedge.settlement.application.proof;

import java.util.Optional;

/** What can be proved, and which guard it is about. */
public enum ProofKind {
  /** Many workers settle one slot. */
  RACE(
      "Race for one slot",
      "If many workers settle one slot at the same time, is it sold once?",
      "The settlement's key is a function of the slot, and whoever loses reads again and finds it.",
      "Taken out: the common key. Each worker settles the slot under a key of its own.",
      new Range(2, 200, 50),
      Optional.empty()),
  /** Many slots of a few buyers are settled at once. */
  BURST(
      "Burst of settlements",
      "If many settlements of a few buyers come at once, is none of them lost?",
      "A settlement that lost is made again from its reads, after a random pause.",
      "Taken out: the retry. Each settlement has one attempt.",
      new Range(2, 200, 50),
      Optional.of(new Range(1, 50, 4))),
  /** Several slots want a budget that suffices for one. */
  WRITE_SKEW(
      "Two settlements, one budget",
      "If several settlements want the last of one budget, is it spent once?",
      "Every debit updates the buyer's one balance row, and only as it was read.",
      "Taken out: the guarded row. The balance is read as the sum of the entries, and debits do"
          + " not meet.",
      new Range(2, 200, 2),
      Optional.empty()),
  /** The preferred endpoint is cut while settlements go on. */
  FAILOVER(
      "Failover under load",
      "If the preferred endpoint of the truth store hangs, do settlements go on, none lost and none"
          + " doubled?",
      "A second endpoint, and a circuit breaker that changes over to it.",
      "Taken out: the second endpoint. Only the preferred one is known.",
      new Range(1, 16, 4),
      Optional.empty());

  private final String title;
  private final String question;
  private final String guard;
  private final String withoutGuard;
  private final Range workers;
  private final Optional<Range> accounts;

  /** What a parameter may be; {@code usual} is meant if it is absent. */
  public record Range(int min, int max, int usual) {
    /** The same, with no more than this. */
    Range upTo(int most) {
      int bounded = Math.max(min, Math.min(max, most));
      return new Range(min, bounded, Math.min(usual, bounded));
    }
  }

  ProofKind(
      String title,
      String question,
      String guard,
      String withoutGuard,
      Range workers,
      Optional<Range> accounts) {
    this.title = title;
    this.question = question;
    this.guard = guard;
    this.withoutGuard = withoutGuard;
    this.workers = workers;
    this.accounts = accounts;
  }

  /** For people, in a few words. */
  public String title() {
    return title;
  }

  /** The question that it answers. */
  public String question() {
    return question;
  }

  /** What guards. */
  public String guard() {
    return guard;
  }

  /** What is taken out to see whether the guard is needed. */
  public String withoutGuard() {
    return withoutGuard;
  }

  /** How many workers there may be, whatever the configuration says. */
  public Range workers() {
    return workers;
  }

  /** How many buyers there may be, if that can be chosen. */
  public Optional<Range> accounts() {
    return accounts;
  }
}
