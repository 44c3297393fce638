package io.quantedge.bench.contention;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Market;
import io.quantedge.bench.Progress;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.localstack.LocalDsql;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.domain.Account;
import io.quantedge.settlement.dsql.LocalTruth;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Lets workers race for one row of a local Aurora DSQL, where nobody waits for a lock and the first
 * committer wins, and compares ways to try again. Used by one thread.
 */
public final class ContentionBench {
  static final String OWN_WORK = "our runner";
  static final String SAME_SLOT = "our runner, re-read first";

  private static final long SEED = 42;
  private static final RetryPolicy POLICY =
      new RetryPolicy(10, Duration.ofMinutes(5), Duration.ofMillis(10), Duration.ofSeconds(1));
  private static final Duration RACE_LIMIT = Duration.ofMinutes(5);
  private static final Duration CONNECT_LIMIT = Duration.ofMinutes(2);
  private static final int WARMUP_RACES = 5;
  private static final int WARMUP_WORKERS = 5;

  private final ContentionOptions options;
  private final Progress progress;
  private final SplittableRandom random = new SplittableRandom(SEED);

  public ContentionBench(ContentionOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures; takes several minutes.
   *
   * @throws BrokenRunException if the hot row was not written as often as workers succeeded
   */
  public ContentionReport run() throws BrokenRunException {
    progress.say("starting a local Aurora DSQL");
    int most = Collections.max(options.workers());
    Vertx vertx = Vertx.vertx();
    try (LocalDsql local = LocalDsql.start();
        LocalTruth truth = LocalTruth.open(vertx, local, LocalTruth.ROLE, most)) {
      progress.say("opening %d connections".formatted(most));
      openConnections(truth, most);
      Market market = new Market("contention", 1, random.split());
      for (Account account : market.accounts()) {
        truth.accounts().define(account).await().atMost(CONNECT_LIMIT);
      }
      AccountId hot = market.advertiser(0);
      List<Strategy> strategies = strategies(truth, market, hot);
      for (int i = 0; i < WARMUP_RACES; i++) {
        for (Strategy strategy : strategies) {
          race(truth, hot, strategy, Math.min(WARMUP_WORKERS, most));
        }
      }
      return measure(truth, hot, strategies);
    } finally {
      vertx.closeAndAwait();
    }
  }

  private List<Strategy> strategies(LocalTruth truth, Market market, AccountId hot) {
    return Stream.concat(
            Stream.of(Backoff.values())
                .map(backoff ->
                    (Strategy) new HotRow(truth.dsql(), hot, backoff, POLICY, random.split())),
            Stream.of(
                new OurRunner(OWN_WORK, truth.store(), market, false, POLICY, random.split()),
                new OurRunner(SAME_SLOT, truth.store(), market, true, POLICY, random.split())))
        .toList();
  }

  /** The strategies take turns, and another one begins each time, so that noise hits all alike. */
  private ContentionReport measure(LocalTruth truth, AccountId hot, List<Strategy> strategies)
      throws BrokenRunException {
    ContentionReport report = new ContentionReport(options.workers(), strategies);
    for (int workers : options.workers()) {
      long begun = System.nanoTime();
      int repetition = 0;
      while (repetition < options.repetitions() && (repetition == 0 || isInTime(begun))) {
        repetition++;
        List<Strategy> turn = new ArrayList<>(strategies);
        Collections.rotate(turn, -repetition);
        for (Strategy strategy : turn) {
          report.cell(workers, strategy.label()).add(race(truth, hot, strategy, workers));
        }
      }
      progress.say(
          "%d workers: %d repetitions took %s s"
              .formatted(workers, repetition, Figures.number((System.nanoTime() - begun) / 1e9)));
    }
    return report;
  }

  private boolean isInTime(long begunNanos) {
    long limit = TimeUnit.MINUTES.toNanos(options.minutesPerSize());
    return limit == 0 || System.nanoTime() - begunNanos < limit;
  }

  private static Cell.Race race(LocalTruth truth, AccountId hot, Strategy strategy, int workers)
      throws BrokenRunException {
    List<Uni<Run>> ready = strategy.workers(workers);
    long before = version(truth, hot);
    long begun = System.nanoTime();
    List<Run> runs = Uni.join().all(ready).andFailFast().await().atMost(RACE_LIMIT);
    double millis = (System.nanoTime() - begun) / 1e6;
    long written = version(truth, hot) - before;
    int successes = (int) runs.stream().filter(Run::succeeded).count();
    if (written != strategy.writes(successes)) {
      throw new BrokenRunException(
          "%s: %d of %d workers succeeded, and the row was written %d times"
              .formatted(strategy.label(), successes, workers, written));
    }
    return new Cell.Race(runs, millis);
  }

  private static long version(LocalTruth truth, AccountId hot) {
    return truth
        .dsql()
        .transaction(connection ->
            connection
                .query(
                    "SELECT version FROM account_balances WHERE account_id = '" + hot.value() + "'")
                .execute())
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(CONNECT_LIMIT);
  }

  /** Each of so many SQL transactions waits until all of them have a connection. */
  private static void openConnections(LocalTruth truth, int count) {
    AtomicInteger missing = new AtomicInteger(count);
    CompletableFuture<Void> all = new CompletableFuture<>();
    List<Uni<Void>> holders =
        Stream.generate(() ->
                truth
                    .dsql()
                    .transaction(connection -> {
                      if (missing.decrementAndGet() == 0) {
                        all.complete(null);
                      }
                      return Uni.createFrom().completionStage(all);
                    }))
            .limit(count)
            .toList();
    Uni.join().all(holders).andFailFast().await().atMost(CONNECT_LIMIT);
  }
}
