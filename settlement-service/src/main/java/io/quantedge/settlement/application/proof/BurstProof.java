package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.proof.Contest.Result;
import io.quantedge.settlement.application.proof.Grounds.Balances;
import io.quantedge.settlement.application.proof.ProofSide.End;
import java.util.stream.IntStream;

/** Many slots of a few buyers at once: with the retry all are settled, without it few are. */
final class BurstProof implements Proof {
  private static final Money PRICE = Money.of("1.2345", Cast.CURRENCY);
  private static final Money RICH = Money.of("1000000.0000", Cast.CURRENCY);

  private final Lab lab;

  BurstProof(Lab lab) {
    this.lab = lab;
  }

  @Override
  public ProofSide run(ProofRequest request) {
    Cast cast = lab.cast(request.kind());
    int accounts = request.accounts();
    Result result =
        new Contest(
                cast,
                IntStream.range(0, accounts).mapToObj(i -> cast.account(i, RICH)).toList(),
                IntStream.range(0, request.workers())
                    .mapToObj(i -> cast.sold(cast.slot("" + i), cast.buyer(i % accounts), PRICE))
                    .toList(),
                Balances.VERSIONED,
                request.guarded() ? lab.retrying() : lab.onlyOnce())
            .hold(lab, request.seed());
    return judged(request, result);
  }

  private static ProofSide judged(ProofRequest request, Result result) {
    Runs runs = result.runs();
    Books books = result.books();
    long durable = books.slotsSold();
    long lost = request.workers() - durable;
    boolean holds = lost == 0 && books.sales().size() == durable && books.balanced();
    Figures figures =
        new Figures()
            .count("workers", "Settlements at once", request.workers())
            .count("accounts", "Buyers", request.accounts())
            .count("durable", "Settlements in the store", durable)
            .count("lost", "Settlements that are not", lost)
            .count("gaveUp", "Workers that gave up", runs.ended(End.GAVE_UP))
            .workers(runs);
    return Sides.of(request, holds, sentence(request, result, lost), figures, runs);
  }

  private static String sentence(ProofRequest request, Result result, long lost) {
    Runs runs = result.runs();
    String balances =
        result.books().balanced()
            ? "each balance is the sum of its entries"
            : "the balances are not the sums of their entries";
    return "%d settlements came at once for %s: %d are durable and %d lost, after %s and %s; %s; %s"
        .formatted(
            request.workers(),
            Sides.counted(request.accounts(), "buyer", "buyers"),
            result.books().slotsSold(),
            lost,
            Sides.counted(runs.conflicts(), "conflict", "conflicts"),
            Sides.counted(runs.retries(), "retry", "retries"),
            balances,
            Sides.times(runs));
  }
}
