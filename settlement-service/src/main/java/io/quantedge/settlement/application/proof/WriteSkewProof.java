package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.proof.Contest.Result;
import io.quantedge.settlement.application.proof.Grounds.Balances;
import java.util.List;
import java.util.stream.IntStream;

/** Several slots want a budget that suffices for one: without the guarded row all get it. */
final class WriteSkewProof implements Proof {
  private static final Money BUDGET = Money.of("5.0000", Cast.CURRENCY);

  private final Lab lab;

  WriteSkewProof(Lab lab) {
    this.lab = lab;
  }

  @Override
  public ProofSide run(ProofRequest request) {
    Cast cast = lab.cast(request.kind());
    Result result =
        new Contest(
                cast,
                List.of(cast.account(1, BUDGET)),
                IntStream.range(0, request.workers())
                    .mapToObj(i -> cast.sold(cast.slot("" + i), cast.buyer(1), BUDGET))
                    .toList(),
                request.guarded() ? Balances.VERSIONED : Balances.SUMMED,
                lab.retrying())
            .hold(lab, request.seed());
    return judged(request, result);
  }

  private static ProofSide judged(ProofRequest request, Result result) {
    Runs runs = result.runs();
    Books books = result.books();
    Money after = books.holdings().getFirst().summed();
    int sold = books.sales().size();
    boolean overdrawn = after.compareTo(BUDGET.negated()) < 0;
    boolean holds =
        !overdrawn && sold == 1 && books.rejected() == request.workers() - 1 && books.balanced();
    Figures figures =
        new Figures()
            .count("workers", "Settlements at once", request.workers())
            .money("limit", "How far the balance may go", BUDGET.negated())
            .money("balanceAfter", "The balance, by its entries", after)
            .count("sold", "Slots sold", sold)
            .count("rejected", "Slots rejected", books.rejected())
            .workers(runs);
    String sentence =
        ("%d settlements wanted the last %s of one budget: %d sold, %d rejected; the balance is"
                + " %s%s %s")
            .formatted(
                request.workers(),
                BUDGET,
                sold,
                books.rejected(),
                after,
                overdrawn ? ", below its limit of " + BUDGET.negated() + ": overdrawn;" : ";",
                Sides.times(runs));
    return Sides.of(request, holds, sentence, figures, runs);
  }
}
