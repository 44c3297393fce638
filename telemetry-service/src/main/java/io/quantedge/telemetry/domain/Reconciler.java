package io.quantedge.telemetry.domain;

import io.quantedge.contracts.traffic.Tally;
import io.quantedge.telemetry.domain.Overview.Check;
import io.quantedge.telemetry.domain.TruthReading.Books;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds sums that come to be in different ways against each other. A check that cannot be made says
 * so: it neither holds nor fails.
 */
final class Reconciler {
  /** An outcome is read at most so long after its settlement, because they are on two topics. */
  static final Duration ORDER_SETTLES_WITHIN = Duration.ofSeconds(10);

  private final ExchangeFold fold;
  private final Totals totals;
  private final Surroundings around;
  private final Instant now;

  Reconciler(ExchangeFold fold, Totals totals, Surroundings around, Instant now) {
    this.fold = fold;
    this.totals = totals;
    this.around = around;
    this.now = now;
  }

  List<Check> checks() {
    return List.of(bidsAddUp(), outcomesAddUp(), ledgerSumsToZero(), balancesAreSums());
  }

  /** What the regions received, against the verdicts of the whole: two sums of an evaluator's. */
  private Check bidsAddUp() {
    long received = totals.bidsByRegion().values().stream().mapToLong(Tally::received).sum();
    Tally all = totals.bids();
    long explained = all.counted() + all.duplicate() + all.rejectedTotal();
    return new Check(
        "BIDS_ADD_UP",
        received == explained,
        Long.toString(received),
        Long.toString(explained),
        Long.toString(received - explained),
        "Bids received, summed over the regions, against counted + duplicate + rejected.",
        now);
  }

  private Check outcomesAddUp() {
    long outcomes = totals.outcomes();
    long explained = totals.settlements() + totals.waiting();
    String why = "Outcomes, against settled + rejected + unsold + waiting for settlement.";
    Optional<Boolean> holds = Optional.of(outcomes == explained);
    if (outcomes != explained) {
      WaitingSlots early = fold.settledFirst();
      boolean mayStillCome =
          early.count() == explained - outcomes
              && early.areYoungerThan(now.minus(ORDER_SETTLES_WITHIN));
      if (mayStillCome) {
        why = early.count() + " settlements were read before their outcomes, a moment ago.";
        holds = Optional.empty();
      } else if (!around.provenance().hasAllSlots()) {
        why = "Not all outcomes and settlements were read, or can be known; see coverage.";
        holds = Optional.empty();
      }
    }
    return new Check(
        "OUTCOMES_ADD_UP",
        holds.orElse(null),
        Long.toString(outcomes),
        Long.toString(explained),
        Long.toString(outcomes - explained),
        why,
        now);
  }

  private Check ledgerSumsToZero() {
    return byBooks(
        "LEDGER_SUMS_TO_ZERO",
        "The sum of all ledger entries of each currency, against zero.",
        books -> {
          String sums =
              books.ledgerSums().entrySet().stream()
                  .map(sum -> sum.getValue().toPlainString() + " " + sum.getKey())
                  .collect(Collectors.joining(", "));
          boolean holds = books.ledgerSums().values().stream().allMatch(sum -> sum.signum() == 0);
          BigDecimal off =
              books.ledgerSums().values().stream()
                  .map(BigDecimal::abs)
                  .reduce(BigDecimal.ZERO, BigDecimal::max);
          return new Compared(holds, sums.isEmpty() ? "0" : sums, "0", off.toPlainString());
        });
  }

  private Check balancesAreSums() {
    return byBooks(
        "BALANCES_ARE_SUMS_OF_ENTRIES",
        "Guarded balances, against those that equal the sum of their account's entries.",
        books ->
            new Compared(
                books.unequalBalances() == 0,
                Long.toString(books.balances()),
                Long.toString(books.balances() - books.unequalBalances()),
                Long.toString(books.unequalBalances())));
  }

  private record Compared(boolean holds, String left, String right, String difference) {}

  private interface Comparing {
    Compared compare(Books books);
  }

  private Check byBooks(String name, String what, Comparing comparing) {
    TruthReading truth = around.truth();
    if (truth.books().isEmpty()) {
      return new Check(name, null, "", "", null, what + " Not known: " + trouble(truth), null);
    }
    Books books = truth.books().get();
    Compared compared = comparing.compare(books);
    String last = compared.holds() ? "held" : "did not hold";
    return new Check(
        name,
        truth.trouble().isPresent() ? null : compared.holds(),
        compared.left(),
        compared.right(),
        compared.difference(),
        truth.trouble().isPresent()
            ? what + " When it was last checked it " + last + ". Not known now: " + trouble(truth)
            : what,
        books.at());
  }

  private static String trouble(TruthReading truth) {
    return truth.trouble().orElse("the truth store was not asked yet") + ".";
  }
}
