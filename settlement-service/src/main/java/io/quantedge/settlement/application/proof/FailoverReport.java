package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.settlement.application.proof.Books.Sale;
import io.quantedge.settlement.application.proof.Ground.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges settlements that went on while an endpoint was cut. */
final class FailoverReport {
  private FailoverReport() {}

  /**
   * @param from the endpoint hung from then on
   * @param to and up to then at least
   */
  record Cut(String region, Instant from, Instant to) {
    boolean contains(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /**
   * What the figures are made of.
   *
   * @param during decided and committed while the endpoint hung, by what the store says
   * @param lost acknowledged, and not in the store
   * @param doubled settled more than once
   */
  private record Findings(
      long acknowledged, long during, long lost, long doubled, Optional<Change> change) {}

  static ProofSide of(ProofRequest request, Runs runs, Books books, Cut cut, List<Change> changes) {
    Findings found = findings(runs, books, cut, changes);
    boolean holds =
        found.during() > 0 && found.lost() == 0 && found.doubled() == 0 && books.balanced();
    Optional<Change> change = found.change();
    Figures figures =
        new Figures()
            .count("workers", "Workers", request.workers())
            .count("acknowledged", "Settlements acknowledged", found.acknowledged())
            .count("durable", "Settlements in the store", books.sales().size())
            .count("duringCut", "Of these, decided while the endpoint hung", found.during())
            .count("lost", "Acknowledged, and not in the store", found.lost())
            .count("doubled", "Settled more than once", found.doubled())
            .count("failedAttempts", "Attempts that failed", runs.failedAttempts())
            .time("cutMillis", "The endpoint hung for", Optional.of(lasted(cut)))
            .time(
                "detectionMillis",
                "First failed attempt to giving the endpoint up",
                change.map(Change::detection))
            .time(
                "switchMillis",
                "Giving it up to the first connection elsewhere",
                change.flatMap(Change::switching))
            .time(
                "firstSuccessMillis",
                "Giving it up to the first commit elsewhere",
                change.flatMap(Change::firstSuccess))
            .workers(runs);
    return Sides.of(request, holds, sentence(request, cut, found, books), figures, runs);
  }

  private static Findings findings(Runs runs, Books books, Cut cut, List<Change> changes) {
    Set<SlotId> inStore = books.sales().stream().map(Sale::slotId).collect(Collectors.toSet());
    List<SlotId> acknowledged =
        runs.all().stream().filter(Runs.Run::isDurable).map(Runs.Run::slotId).toList();
    return new Findings(
        acknowledged.size(),
        books.sales().stream().filter(sale -> cut.contains(sale.committedAt())).count(),
        acknowledged.stream().filter(slotId -> !inStore.contains(slotId)).count(),
        books.sales().size() - books.slotsSold(),
        changes.stream().filter(change -> cut.contains(change.openedAt())).findFirst());
  }

  private static String sentence(ProofRequest request, Cut cut, Findings found, Books books) {
    return ("The endpoint in %s hung for %d ms, for the exchange's own workers too: %s. %d"
            + " settlements were acknowledged and %d are in the store, %d lost, %d doubled; the"
            + " endpoint serves again.")
        .formatted(
            cut.region(),
            lasted(cut).toMillis(),
            course(request, found),
            found.acknowledged(),
            books.sales().size(),
            found.lost(),
            found.doubled());
  }

  private static String course(ProofRequest request, Findings found) {
    Optional<Change> change = found.change();
    Optional<Duration> success = change.flatMap(Change::firstSuccess);
    if (found.during() == 0 || success.isEmpty()) {
      return (request.guarded()
              ? "no change to another endpoint came to an end, and "
              : "these workers had nowhere else to go, and ")
          + found.during()
          + " settlements succeeded meanwhile";
    }
    return ("given up after %d ms, a connection elsewhere %d ms later, a first commit there after"
            + " %d ms, %d settlements during the cut")
        .formatted(
            change.map(Change::detection).orElse(Duration.ZERO).toMillis(),
            change.flatMap(Change::switching).orElse(Duration.ZERO).toMillis(),
            success.get().toMillis(),
            found.during());
  }

  private static Duration lasted(Cut cut) {
    return Duration.between(cut.from(), cut.to());
  }
}
