package io.quantedge.settlement.dsql;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.OccParts;
import io.quantedge.settlement.application.OccRunner;
import io.quantedge.settlement.application.Operations;
import io.quantedge.settlement.application.ProcessOutcomes;
import io.quantedge.settlement.application.Recording;
import io.quantedge.settlement.application.RetryBudget;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.application.SettleGroup;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.domain.SettlementRules;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Further processes that settle on the same truth store, as far as the store can tell: each with
 * connections, breakers, a retry and a memory of its own.
 */
@Singleton
public class Instances implements AutoCloseable {
  private static final String PREFIX = "exchange.settlement.store.";

  private final Vertx vertx;
  private final SlotRows slots;
  private final VersionedBalances balances;
  private final AccountRows accounts;
  private final SettlementRules rules;
  private final List<Dsql> opened = new ArrayList<>();

  Instances(
      Vertx vertx,
      SlotRows slots,
      VersionedBalances balances,
      AccountRows accounts,
      SettlementRules rules) {
    this.vertx = vertx;
    this.slots = slots;
    this.balances = balances;
    this.accounts = accounts;
    this.rules = rules;
  }

  /** The guard that is in use. */
  BalanceGuard guard() {
    return balances;
  }

  /** No guard at all. */
  BalanceGuard blind() {
    return new BlindBalances(accounts);
  }

  /** As in production. */
  public Instance open(String name) {
    return open(name, balances, Map.of());
  }

  /**
   * @param overrides of the store's configuration, without its prefix
   */
  Instance open(String name, BalanceGuard guard, Map<String, String> overrides) {
    return open(
        name,
        guard,
        overrides,
        new RetryPolicy(10, Duration.ofSeconds(20), Duration.ofMillis(10), Duration.ofSeconds(1)));
  }

  Instance open(
      String name, BalanceGuard guard, Map<String, String> overrides, RetryPolicy policy) {
    Dsql dsql = Dsql.builder(vertx, config(overrides)).open();
    opened.add(dsql);
    StoreGate gate = new StoreGate();
    gate.open();
    Clock clock = Clock.systemUTC();
    TruthStore store =
        new DsqlTruthStore(new SqlTransactions(dsql, gate), slots, guard, rules, clock);
    Recording told = new Recording();
    RandomGenerator random = new Synchronized(new SplittableRandom(7));
    OccRunner runner =
        new OccRunner(
            new OccParts(
                policy,
                new RetryBudget(100, 50, 500, clock),
                told,
                told,
                clock,
                random,
                dsql::region));
    return new Instance(dsql, store, runner, new Operations(name, random), told);
  }

  private static StoreConfig config(Map<String, String> overrides) {
    Map<String, String> values = new HashMap<>();
    StreamSupport.stream(ConfigProvider.getConfig().getPropertyNames().spliterator(), false)
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> values.put(name, ConfigProvider.getConfig().getValue(name, String.class)));
    overrides.forEach((name, value) -> values.put(PREFIX + name, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(StoreConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(StoreConfig.class);
  }

  /** Closes what was opened since the last time. */
  @Override
  public void close() {
    opened.forEach(Dsql::close);
    opened.clear();
  }

  /**
   * One of them.
   *
   * @param told what it told the rest of the exchange
   */
  public record Instance(
      Dsql dsql, TruthStore store, OccRunner runner, Operations operations, Recording told) {
    SettleGroup settleGroup(int contenders) {
      return new SettleGroup(store, runner, operations, contenders);
    }

    /** Completes when the group is settled and announced; with what must be isolated. */
    public Uni<List<Optional<String>>> process(List<AuctionOutcome> group) {
      return new ProcessOutcomes(
              settleGroup(1), told, told, Duration.ofMillis(50), Duration.ofMillis(500))
          .process(group)
          .call(ProcessOutcomes.Processed::told)
          .map(ProcessOutcomes.Processed::verdicts);
    }
  }

  /** A generator that threads may share, with a seed. */
  private record Synchronized(RandomGenerator random) implements RandomGenerator {
    @Override
    public long nextLong() {
      synchronized (random) {
        return random.nextLong();
      }
    }
  }
}
