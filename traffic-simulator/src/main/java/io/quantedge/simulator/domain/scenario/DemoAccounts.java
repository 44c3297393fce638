package io.quantedge.simulator.domain.scenario;

import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.scenario.PlannedAccount.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo's market: a dozen advertisers, one of them nearly broke, and three publishers. */
final class DemoAccounts {
  static final int ADVERTISERS = 12;
  static final int PUBLISHERS = 3;

  /** The advertiser whose credit is too small for what it offers. */
  static final int POOR = ADVERTISERS - 1;

  static final long POOR_CREDIT_UNITS = 20 * Money.UNITS_PER_ONE;

  private static final long CREDIT_UNITS = 1_000_000 * Money.UNITS_PER_ONE;
  private static final long FUNDING_UNITS = 5_000 * Money.UNITS_PER_ONE;
  private static final Money NOTHING = Money.ofUnits(0, DemoScenario.CURRENCY);

  private DemoAccounts() {}

  /** Advertisers first, in the order of their numbers, then the publishers. */
  static List<PlannedAccount> plan(String runId) {
    List<PlannedAccount> accounts = new ArrayList<>();
    for (int i = 0; i < ADVERTISERS; i++) {
      boolean poor = i == POOR;
      accounts.add(
          new PlannedAccount(
              "advertiser-%02d-%s".formatted(i + 1, runId),
              Type.ADVERTISER,
              poor ? "Pocket Change" : "Advertiser " + (i + 1),
              Money.ofUnits(poor ? POOR_CREDIT_UNITS : CREDIT_UNITS, DemoScenario.CURRENCY),
              i % 2 == 0
                  ? Optional.of(Money.ofUnits(FUNDING_UNITS, DemoScenario.CURRENCY))
                  : Optional.empty()));
    }
    for (int i = 0; i < PUBLISHERS; i++) {
      accounts.add(
          new PlannedAccount(
              "publisher-%d-%s".formatted(i + 1, runId),
              Type.PUBLISHER,
              "Publisher " + (i + 1),
              NOTHING,
              Optional.empty()));
    }
    return accounts;
  }
}
