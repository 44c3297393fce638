package io.quantedge.bench.settle;

import io.quantedge.bench.Market;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.bench.stats.Throughput;
import io.quantedge.contracts.json.Json;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.localstack.part.RunningPart;
import io.quantedge.settlement.domain.Account;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged service in a process of its own, as its neighbours see it: accounts over HTTP,
 * outcomes through the topic. What it did is asked of the store.
 */
final class ServiceContestant implements Contestant {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 100;
  private static final int LAST = 200;

  private final String name;
  private final Market market;
  private final RunningPart service;
  private final Outcomes outcomes;
  private final Truth truth;

  /**
   * @param service ready
   */
  ServiceContestant(
      String name, Market market, RunningPart service, Outcomes outcomes, Truth truth) {
    this.name = name;
    this.market = market;
    this.service = service;
    this.outcomes = outcomes;
    this.truth = truth;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Market market() {
    return market;
  }

  /** Defines the accounts of a market, which need not be this service's own. */
  void define(List<Account> accounts) throws IOException, InterruptedException {
    URI base = ((PackagedService) service.blueprint()).uri();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (Account account : accounts) {
        HttpRequest request =
            HttpRequest.newBuilder(base.resolve("/v1/accounts/" + account.accountId()))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(definition(account)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
          throw new IOException(
              "account %s was refused with %d: %s"
                  .formatted(account.accountId(), answer.statusCode(), answer.body()));
        }
      }
    }
  }

  @Override
  public Throughput settle(int count) throws Exception {
    int first = market.made();
    List<AuctionOutcome> next = market.next(count);
    outcomes.send(next);
    awaitSettled(
        next.subList(Math.max(0, count - LAST), count).stream()
            .map(outcome -> outcome.slot().slotId().value())
            .toList());
    return Throughput.of(truth.committedAtNanos(market.name(), first), SettleBench.CUT);
  }

  /** The last ones first, because asking for all of them costs more than it may. */
  private void awaitSettled(List<String> last) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!truth.areSettled(last) || truth.settledSlots(market.name()) < market.made()) {
      if (!service.process().isAlive() || System.nanoTime() > deadline) {
        throw service.failure(
            "had settled %d of %d outcomes after %d s"
                .formatted(truth.settledSlots(market.name()), market.made(), PATIENCE.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  @Override
  public void close() {
    outcomes.close();
    service.stop();
  }

  private static byte[] definition(Account account) throws IOException {
    return Json.mapper()
        .writeValueAsBytes(
            Map.of(
                "type", account.type().name(),
                "name", account.name(),
                "currency", account.currency(),
                "creditLimit", account.creditLimit().amount()));
  }
}
