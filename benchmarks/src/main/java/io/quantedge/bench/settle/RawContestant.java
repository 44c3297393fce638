package io.quantedge.bench.settle;

import io.quantedge.bench.Market;
import io.quantedge.bench.stats.Throughput;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.settlement.domain.FeeRate;
import io.quantedge.settlement.domain.SettlementRules;
import io.quantedge.settlement.dsql.RawSettling;
import io.quantedge.settlement.dsql.Script;
import io.quantedge.settlement.dsql.ScriptWriter;
import io.vertx.pgclient.PgConnectOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The statements of the service, one settlement to a SQL transaction, without the service. All
 * parameters are made before the clock starts. Buyers are dealt to the connections in turn, so that
 * nobody fights for a balance and no connection has much more to do than another.
 */
final class RawContestant implements Contestant {
  private static final FeeRate FEE = new FeeRate(1_000);

  private final Market market;
  private final ScriptWriter writer;
  private final RawSettling raw;
  private final int lanes;
  private final Map<String, Integer> laneOfBuyer = new HashMap<>();

  /**
   * @param lanes connections
   */
  RawContestant(Market market, PgConnectOptions store, int lanes) {
    this.market = market;
    this.writer = new ScriptWriter(market.accounts(), new SettlementRules(FEE), Clock.systemUTC());
    this.raw = new RawSettling(store, lanes);
    this.lanes = lanes;
  }

  @Override
  public String name() {
    return SettleReport.RAW;
  }

  @Override
  public Market market() {
    return market;
  }

  @Override
  public Throughput settle(int outcomes) {
    List<List<Script>> dealt = IntStream.range(0, lanes).mapToObj(i -> newLane()).toList();
    for (AuctionOutcome outcome : market.next(outcomes)) {
      String buyer = outcome.candidates().getFirst().bid().accountId().value();
      int lane = laneOfBuyer.computeIfAbsent(buyer, b -> laneOfBuyer.size() % lanes);
      dealt.get(lane).add(writer.settling(outcome));
    }
    return Throughput.of(raw.play(dealt), SettleBench.CUT);
  }

  private static List<Script> newLane() {
    return new ArrayList<>();
  }

  @Override
  public void close() {
    raw.close();
  }
}
