package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.proof.Contest.Result;
import io.quantedge.settlement.application.proof.Grounds.Balances;
import io.quantedge.settlement.application.proof.ProofSide.End;
import java.util.List;
import java.util.stream.IntStream;

/** Many workers settle one slot: with a common key once, with keys of their own each. */
final class RaceProof implements Proof {
  private static final Money PRICE = Money.of("1.0000", Cast.CURRENCY);
  private static final Money RICH = Money.of("1000000.0000", Cast.CURRENCY);
  private static final int ENTRIES_OF_A_SALE = 3;
  private static final int ATTEMPTS_OF_A_LOSER = 2;

  private final Lab lab;

  RaceProof(Lab lab) {
    this.lab = lab;
  }

  @Override
  public ProofSide run(ProofRequest request) {
    Cast cast = lab.cast(request.kind());
    Result result =
        new Contest(
                cast,
                List.of(cast.account(1, RICH)),
                outcomes(cast, request),
                Balances.VERSIONED,
                lab.retrying())
            .hold(lab, request.seed());
    return judged(request, result);
  }

  private static List<AuctionOutcome> outcomes(Cast cast, ProofRequest request) {
    SlotId slot = cast.slot("1");
    AccountId buyer = cast.buyer(1);
    return IntStream.rangeClosed(1, request.workers())
        .mapToObj(worker -> request.guarded() ? slot : cast.slot("1-worker-" + worker))
        .map(key -> cast.sold(key, Cast.bidId(slot), buyer, PRICE))
        .toList();
  }

  private static ProofSide judged(ProofRequest request, Result result) {
    Runs runs = result.runs();
    Books books = result.books();
    Money paid = books.holdings().getFirst().summed().negated();
    long stopped =
        runs.all().stream()
            .filter(run -> run.line().end() == End.ALREADY_SETTLED)
            .filter(run -> run.attempts() <= ATTEMPTS_OF_A_LOSER)
            .count();
    boolean holds =
        books.sales().size() == 1
            && books.entries() == ENTRIES_OF_A_SALE
            && books.balanced()
            && paid.equals(PRICE)
            && stopped == request.workers() - 1;
    Figures figures =
        new Figures()
            .count("workers", "Workers", request.workers())
            .count("committed", "Settlements in the store", books.sales().size())
            .count("entries", "Ledger entries in the store", books.entries())
            .count("losersStopped", "Losers that found it settled and stopped", stopped)
            .count("gaveUp", "Workers that gave up", runs.ended(End.GAVE_UP))
            .workers(runs)
            .money("paid", "What the buyer paid", paid);
    return Sides.of(request, holds, sentence(request, result, stopped, paid), figures, runs);
  }

  private static String sentence(ProofRequest request, Result result, long stopped, Money paid) {
    Runs runs = result.runs();
    int sales = result.books().sales().size();
    String raced = request.workers() + " workers raced for one slot";
    return request.guarded()
        ? "%s: %d settled it, %s, %d found it settled at their second attempt, %d gave up; %s"
            .formatted(
                raced,
                sales,
                Sides.counted(runs.conflicts(), "conflict", "conflicts"),
                stopped,
                runs.ended(End.GAVE_UP),
                Sides.times(runs))
        : "%s, each under a key of its own: it was sold %d times, and the buyer paid %s for %s; %s"
            .formatted(raced, sales, paid, PRICE, Sides.times(runs));
  }
}
