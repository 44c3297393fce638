package io.quantedge.simulator.domain.check;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.evidence.Truth;
import io.quantedge.simulator.domain.evidence.Truth.SettlementRow;
import io.quantedge.simulator.domain.scenario.Expectation;
import java.util.List;
import java.util.Optional;

/** The results that were known beforehand. */
public final class ExpectationChecks {
  private ExpectationChecks() {}

  public static List<Check> of(Expectation expectation, Truth truth) {
    return switch (expectation) {
      case Expectation.Demo demo -> List.of(fourRegions(demo, truth), fallback(demo, truth));
      case Expectation.Replay replay -> List.of(finalPrices(replay, truth));
    };
  }

  private static Check fourRegions(Expectation.Demo demo, Truth truth) {
    String expected = demo.knownRegion() + " " + demo.knownPrice().amount();
    String actual =
        settlement(demo.fourRegions(), truth)
            .map(row -> row.region() + " " + row.price().amount())
            .orElse("not settled");
    return new Check(
        "the slot of four regions has its known winner", expected, actual, expected.equals(actual));
  }

  private static Check fallback(Expectation.Demo demo, Truth truth) {
    int rank = settlement(demo.shortOfCredit(), truth).map(SettlementRow::candidateRank).orElse(0);
    return new Check(
        "the winner without credit gave way to the next",
        "rank 2 or 3",
        rank == 0 ? "not settled" : "rank " + rank,
        rank >= 2);
  }

  private static Check finalPrices(Expectation.Replay replay, Truth truth) {
    Audit audit = new Audit("all auctions won at their final_price");
    replay
        .finalPrices()
        .forEach((slotId, price) -> {
          Optional<Money> paid = settlement(slotId, truth).map(SettlementRow::price);
          audit.judge(
              paid.equals(Optional.of(price)),
              () ->
                  "%s must be won at %s; it was %s"
                      .formatted(
                          slotId,
                          price.amount(),
                          paid.map(money -> "won at " + money.amount()).orElse("not sold")));
        });
    return audit.toCheck();
  }

  private static Optional<SettlementRow> settlement(SlotId slotId, Truth truth) {
    return truth.settlements().stream().filter(row -> row.slotId().equals(slotId)).findFirst();
  }
}
