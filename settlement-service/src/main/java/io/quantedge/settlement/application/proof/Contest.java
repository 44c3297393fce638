package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.application.proof.Grounds.Balances;
import io.quantedge.settlement.application.proof.Grounds.Network;
import io.quantedge.settlement.application.proof.Grounds.Setup;
import io.quantedge.settlement.domain.Account;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Outcomes that are settled at once, each by a worker of its own. All have read before the first of
 * them commits, so that they meet for certain, however fast the store.
 */
record Contest(
    Cast cast,
    List<Account> accounts,
    List<AuctionOutcome> outcomes,
    Balances balances,
    RetryPolicy policy) {
  /** What came of it. */
  record Result(Runs runs, Books books) {}

  Result hold(Lab lab, long seed) {
    Patience patience = lab.patience();
    int size = outcomes.size();
    Setup setup = new Setup(cast.prefix(), size, size, balances, Network.PATIENT);
    try (Ground ground = lab.grounds().open(setup)) {
      patience.await(ground.define(accounts));
      patience.await(ground.warm(size));
      Workers workers = new Workers(ground, policy, lab.clock(), seed);
      List<Runs.Run> runs =
          patience.await(
              Uni.join()
                  .all(
                      IntStream.range(0, size)
                          .mapToObj(i -> workers.settle("worker-" + (i + 1), outcomes.get(i)))
                          .toList())
                  .andFailFast());
      return new Result(new Runs(runs), patience.await(ground.read()));
    }
  }
}
