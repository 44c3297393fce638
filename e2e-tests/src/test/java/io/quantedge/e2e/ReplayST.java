package io.quantedge.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.localstack.stack.Stack;
import io.quantedge.simulator.ReplayRun;
import io.quantedge.simulator.ReplaySpec;
import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.RunResult;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recorded auctions are won at the price at which they were recorded to be won. */
@ExtendWith(RunningExchange.class)
class ReplayST {
  private static final long SEED = 11;
  private static final int AUCTIONS = 40;

  @TempDir private Path folder;

  @Test
  void everyAuctionIsWonAtItsFinalPriceAndBidsBelowTheOpeningAreRefused(Stack exchange)
      throws Exception {
    // given recorded auctions, two of which have one bid below their opening bid
    Map<String, BigDecimal> finalPrices = new TreeMap<>();
    Path recorded = record(new Random(SEED), finalPrices);

    // when they are replayed
    RunResult result =
        ReplayRun.run(
            new ReplaySpec(recorded, SEED),
            RunningExchange.addresses(exchange),
            new RunningExchange.PrintingRunListener(),
            exchange::residentMiB);

    // then
    System.out.println(result.table());
    RunReport report = result.report();
    assertThat(report.checks())
        .as("seed %d", SEED)
        .allSatisfy(check -> assertThat(check.holds()).as(check.toString()).isTrue());
    assertThat(report.bids().refused()).containsExactly(Map.entry("BELOW_FLOOR", 2L));
    assertThat(report.auctions())
        .hasSize(AUCTIONS)
        .allSatisfy(auction -> {
          assertThat(auction.state()).isEqualTo("SETTLED");
          assertThat(new BigDecimal(auction.clearingPrice()))
              .as("auction %s, seed %d", auction.auction(), SEED)
              .isEqualByComparingTo(finalPrices.get(auction.auction()));
        });
  }

  private Path record(Random random, Map<String, BigDecimal> finalPrices) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("auction_id,bid,bid_time_days,bidder,opening_bid,final_price,item,auction_days");
    for (int auction = 0; auction < AUCTIONS; auction++) {
      String id = "recorded-" + auction;
      int openingCents = 100 + random.nextInt(5_000);
      List<Integer> bidsCents = new ArrayList<>();
      for (int bid = 0; bid < 2 + random.nextInt(12); bid++) {
        bidsCents.add(openingCents + random.nextInt(20_000));
      }
      int bestCents = bidsCents.stream().mapToInt(Integer::intValue).max().orElseThrow();
      if (auction < 2) {
        bidsCents.add(openingCents - 1);
      }
      finalPrices.put(id, BigDecimal.valueOf(bestCents, 2));
      for (int bid = 0; bid < bidsCents.size(); bid++) {
        lines.add(
            String.join(
                ",",
                id,
                BigDecimal.valueOf(bidsCents.get(bid), 2).toPlainString(),
                "0." + (1_000 + bid),
                "bidder-" + random.nextInt(6),
                BigDecimal.valueOf(openingCents, 2).toPlainString(),
                BigDecimal.valueOf(bestCents, 2).toPlainString(),
                "Wristwatch",
                "3"));
      }
    }
    return Files.write(folder.resolve("recorded.csv"), lines);
  }
}
