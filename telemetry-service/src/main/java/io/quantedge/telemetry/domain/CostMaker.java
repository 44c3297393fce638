package io.quantedge.telemetry.domain;

import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.telemetry.domain.Cost.CostLine;
import io.quantedge.telemetry.domain.Cost.CostSide;
import io.quantedge.telemetry.domain.Cost.Price;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Works out a {@link Cost} from what processes counted. A count that nobody reports is unknown. */
final class CostMaker {
  private static final BigDecimal BIDS = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final int COST_DECIMALS = 6;

  private final UsageFold usage;
  private final HotSlots hotSlots;
  private final ListPrices prices;
  private final Instant now;
  private final long bids;

  CostMaker(UsageFold usage, HotSlots hotSlots, ListPrices prices, Instant now) {
    this.usage = usage;
    this.hotSlots = hotSlots;
    this.prices = prices;
    this.now = now;
    this.bids = usage.sum(Count.BIDS_ACKNOWLEDGED).orElse(0);
  }

  Cost cost() {
    return new Cost(
        Cost.evidence(bids, usage.newestAt(), now),
        priceLines(),
        bids,
        actual(),
        counterfactual(),
        bids == 0
            ? "No process has reported an acknowledged bid yet."
            : "Actual: what ingest and settlement counted, times list prices; a row and a commit"
                + " are converted to DPUs by the configured assumptions. Counterfactual: the same"
                + " settlements, and one commit of "
                + prices.rowsPerBid()
                + " row(s) for each bid instead of DynamoDB, each taking the measured mean time of"
                + " a truth commit.");
  }

  private CostSide actual() {
    Optional<BigDecimal> units =
        perBids(Count.STORE_WRITE_UNITS_TENTHS).map(tenths -> tenths.movePointLeft(1));
    return new CostSide(
        Kind.DERIVED,
        lines(units, perBids(Count.TRUTH_ROWS), perBids(Count.TRUTH_COMMITS)),
        meanMillis(Count.LOG_APPEND_MICROS, Count.LOG_APPENDS),
        perBids(Count.TRUTH_FAILED_ATTEMPTS).map(CostMaker::rounded).orElse(null),
        "Measured: failed attempts of settlements, whatever their cause. A bid itself is appended"
            + " to a log and conflicts with nothing.");
  }

  private CostSide counterfactual() {
    Optional<BigDecimal> none = bids == 0 ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    BigDecimal bidRows = BIDS.multiply(BigDecimal.valueOf(prices.rowsPerBid()));
    @Nullable Double commitMillis = meanMillis(Count.TRUTH_COMMIT_MICROS, Count.TRUTH_COMMITS);
    Overlap overlap = overlap(commitMillis);
    return new CostSide(
        Kind.DERIVED,
        lines(
            none,
            perBids(Count.TRUTH_ROWS).map(bidRows::add),
            perBids(Count.TRUTH_COMMITS).map(BIDS::add)),
        commitMillis,
        overlap.perTenThousandBids(),
        overlap.why());
  }

  private record Overlap(@Nullable Double perTenThousandBids, String why) {}

  /** Bids of one slot that share a row, each holding it open for as long as a commit takes. */
  private Overlap overlap(@Nullable Double commitMillis) {
    HotSlots.Window window = hotSlots.window(1, now);
    if (commitMillis == null || window.bids() == 0) {
      return new Overlap(
          null,
          "Not known: it takes the measured time of a truth commit and bids in the last seconds.");
    }
    Duration commit = Duration.ofNanos(Math.round(commitMillis * 1e6));
    double overlapping = hotSlots.overlapping(commit, now);
    return new Overlap(
        Math.round(100_000 * overlapping) / 10.0,
        "Derived: if all bids of a slot wrote one row (its best bid), a bid conflicts with"
            + " likelihood 1 − e^(−rate·commit time), by the measured rates of the slots in the"
            + " last seconds and the measured mean commit time; first attempts only. Rows that no"
            + " two bids share would not conflict.");
  }

  private List<CostLine> lines(
      Optional<BigDecimal> units, Optional<BigDecimal> rows, Optional<BigDecimal> commits) {
    BigDecimal dpu = prices.perMillionDpu();
    List<Line> lines =
        List.of(
            new Line("WRITE_UNITS", units, prices.perMillionWriteUnits()),
            new Line("TRUTH_ROWS", rows, dpu.multiply(prices.dpuPerRow())),
            new Line("TRUTH_COMMITS", commits, dpu.multiply(prices.dpuPerCommit())));
    Optional<BigDecimal> total =
        lines.stream().allMatch(line -> line.count().isPresent())
            ? Optional.of(
                lines.stream()
                    .map(line -> line.cost().orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add))
            : Optional.empty();
    return List.of(
        lines.get(0).toCostLine(),
        lines.get(1).toCostLine(),
        lines.get(2).toCostLine(),
        new CostLine("TOTAL", null, total.map(CostMaker::text).orElse(null)));
  }

  private record Line(String name, Optional<BigDecimal> count, BigDecimal perMillion) {
    Optional<BigDecimal> cost() {
      return count.map(known -> known.multiply(perMillion).divide(MILLION));
    }

    CostLine toCostLine() {
      return new CostLine(
          name,
          count.map(CostMaker::rounded).orElse(null),
          cost().map(CostMaker::text).orElse(null));
    }
  }

  private Optional<BigDecimal> perBids(Count count) {
    OptionalLong sum = usage.sum(count);
    return bids == 0 || sum.isEmpty()
        ? Optional.empty()
        : Optional.of(
            BIDS.multiply(BigDecimal.valueOf(sum.getAsLong()))
                .divide(BigDecimal.valueOf(bids), MathContext.DECIMAL64));
  }

  private @Nullable Double meanMillis(Count micros, Count times) {
    long n = usage.sum(times).orElse(0);
    return n == 0 ? null : Math.round((double) usage.sum(micros).orElse(0) / n) / 1_000.0;
  }

  private static double rounded(BigDecimal count) {
    return count.setScale(1, RoundingMode.HALF_UP).doubleValue();
  }

  private static String text(BigDecimal cost) {
    return cost.setScale(COST_DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }

  private List<Price> priceLines() {
    String currency = prices.currency();
    return List.of(
        price("DYNAMODB_WRITES", "1,000,000 write units", prices.perMillionWriteUnits(), currency),
        price("DSQL_ACTIVITY", "1,000,000 DPU", prices.perMillionDpu(), currency),
        price("DSQL_ROW", "DPU per row written (assumed)", prices.dpuPerRow(), "DPU"),
        price("DSQL_COMMIT", "DPU per commit (assumed)", prices.dpuPerCommit(), "DPU"));
  }

  private static Price price(String name, String unit, BigDecimal price, String currency) {
    return new Price(name, unit, price.toPlainString(), currency);
  }
}
