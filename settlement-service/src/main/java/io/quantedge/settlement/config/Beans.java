package io.quantedge.settlement.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quantedge.contracts.json.Json;
import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.AccountStore;
import io.quantedge.settlement.application.Accounts;
import io.quantedge.settlement.application.ConflictEvents;
import io.quantedge.settlement.application.OccParts;
import io.quantedge.settlement.application.OccRunner;
import io.quantedge.settlement.application.OperationWatch;
import io.quantedge.settlement.application.Operations;
import io.quantedge.settlement.application.ProcessOutcomes;
import io.quantedge.settlement.application.RetryBudget;
import io.quantedge.settlement.application.RetryPolicy;
import io.quantedge.settlement.application.SettleGroup;
import io.quantedge.settlement.application.SettlementAnnouncer;
import io.quantedge.settlement.application.SettlementMeter;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.SettlementRules;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts the use cases together; they know no container. */
@Singleton
final class Beans {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Shared by all threads, which few generators can be. */
  @Produces
  @Singleton
  RandomGenerator random() {
    return new SecureRandom();
  }

  /** One JSON dialect on topics and over HTTP. */
  @Produces
  @Singleton
  ObjectMapper json() {
    return Json.mapper().copy();
  }

  @Produces
  @Singleton
  SettlementRules rules(SettlementConfig config) {
    return new SettlementRules(new FeeRate(config.feeBasisPoints()));
  }

  @Produces
  @Singleton
  Operations operations(SettlementConfig config, RandomGenerator random) {
    return new Operations(config.process(), random);
  }

  @Produces
  @Singleton
  RetryPolicy retryPolicy(RetryConfig config) {
    return new RetryPolicy(config.maxAttempts(), config.deadline(), config.base(), config.cap());
  }

  @Produces
  @Singleton
  RetryBudget retryBudget(RetryConfig config, Clock clock) {
    return new RetryBudget(
        config.budgetPercent(), config.budgetPerSecond(), config.budgetSaved(), clock);
  }

  @Produces
  @Singleton
  OccParts occParts(
      RetryPolicy policy,
      RetryBudget budget,
      ConflictEvents conflicts,
      SettlementMeter meter,
      Clock clock,
      RandomGenerator random,
      Dsql dsql) {
    return new OccParts(policy, budget, conflicts, meter, clock, random, dsql::region);
  }

  @Produces
  @Singleton
  OccRunner runner(OccParts parts, OperationWatch watch) {
    return new OccRunner(parts, watch);
  }

  @Produces
  @Singleton
  SettleGroup settleGroup(
      TruthStore store, OccRunner runner, Operations operations, SettlementConfig config) {
    return new SettleGroup(store, runner, operations, config.contenders());
  }

  @Produces
  @Singleton
  ProcessOutcomes processOutcomes(
      SettleGroup settleGroup,
      SettlementAnnouncer announcer,
      SettlementMeter meter,
      OutcomesConfig config) {
    return new ProcessOutcomes(
        settleGroup, announcer, meter, config.firstPause(), config.longestPause());
  }

  @Produces
  @Singleton
  Accounts accounts(AccountStore store, OccRunner runner, Operations operations) {
    return new Accounts(store, runner, operations);
  }
}
