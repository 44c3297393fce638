package io.quantedge.bench.evaluate;

import io.quantedge.bench.Figures;
import io.quantedge.bench.Report;
import io.quantedge.bench.TextTable;
import io.quantedge.bench.stats.Ratio;
import io.quantedge.bench.stats.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What came of a run. Immutable.
 *
 * @param rounds what each reader did in each round, by its name
 * @param latency from closing time to outcome
 * @param restarts of each evaluator, by its name
 */
public record EvaluateReport(
    Map<String, List<Reader.Pass>> rounds,
    CloseLatency.Found latency,
    Map<String, List<Restarts.Restart>> restarts)
    implements Report {
  private static final double LEAST_SHARE_OF_DECODING = 0.5;
  private static final double MOST_CLOSE_MILLIS = 50;
  private static final double MOST_RESTART_SECONDS = 5;

  @Override
  public String text() {
    return String.join(
        "\n",
        rates().toString(),
        "",
        ratio().against("decode and fold / decode", LEAST_SHARE_OF_DECODING),
        "",
        closes().toString(),
        "",
        below(
            "p99 from closesAt to outcome",
            latency.millis().percentile(99),
            MOST_CLOSE_MILLIS,
            "ms"),
        "",
        returns().toString(),
        "",
        below(
            "restart with snapshots to caught up, the slowest",
            seconds(Restarts.WITH_SNAPSHOTS, Restarts.Restart::readySeconds).most(),
            MOST_RESTART_SECONDS,
            "s"));
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounds", rounds);
    json.put("foldByDecode", ratio().ofMedians());
    Map<String, Object> close = new LinkedHashMap<>();
    close.put("bidsPerSecond", latency.bidsPerSecond());
    close.put("count", latency.millis().size());
    close.put("p50Millis", latency.millis().percentile(50));
    close.put("p90Millis", latency.millis().percentile(90));
    close.put("p99Millis", latency.millis().percentile(99));
    close.put("mostMillis", latency.millis().most());
    json.put("closeToOutcome", close);
    json.put("restarts", restarts);
    return json;
  }

  private TextTable rates() {
    TextTable table =
        new TextTable(
            "records/s, one thread",
            "median",
            "least",
            "most",
            "CPU us/record",
            "rounds",
            "records");
    rounds.forEach((name, passes) -> {
      Samples rates = Samples.of(perSecond(name));
      table.row(
          name,
          Figures.number(rates.median()),
          Figures.number(rates.least()),
          Figures.number(rates.most()),
          Figures.number(
              Samples.of(passes.stream().map(Reader.Pass::cpuMicrosPerRecord).toList()).median()),
          Integer.toString(rates.size()),
          Figures.count(passes.stream().mapToLong(pass -> pass.throughput().counted()).sum()));
    });
    return table;
  }

  private TextTable closes() {
    Samples millis = latency.millis();
    return new TextTable("from closesAt to outcome, ms", "p50", "p90", "p99", "max", "closes")
        .row(
            "at %s bids/s".formatted(Figures.number(latency.bidsPerSecond())),
            Figures.number(millis.percentile(50)),
            Figures.number(millis.percentile(90)),
            Figures.number(millis.percentile(99)),
            Figures.number(millis.most()),
            Figures.count(millis.size()));
  }

  private TextTable returns() {
    TextTable table =
        new TextTable(
            "from process start, s", "answers", "caught up", "least", "most", "restarts", "behind");
    restarts.forEach((name, all) -> {
      Samples ready = seconds(name, Restarts.Restart::readySeconds);
      table.row(
          name,
          Figures.number(seconds(name, Restarts.Restart::answersSeconds).median()),
          Figures.number(ready.median()),
          Figures.number(ready.least()),
          Figures.number(ready.most()),
          Integer.toString(ready.size()),
          Figures.count(all.stream().mapToLong(Restarts.Restart::behind).max().orElse(0)));
    });
    return table;
  }

  private Ratio ratio() {
    return Ratio.of(perSecond(FoldRace.FOLD), perSecond(FoldRace.DECODE));
  }

  private List<Double> perSecond(String name) {
    return rounds.getOrDefault(name, List.of()).stream()
        .map(pass -> pass.throughput().perSecond())
        .toList();
  }

  private Samples seconds(String name, ToDoubleFunction<Restarts.Restart> of) {
    return Samples.of(
        restarts.getOrDefault(name, List.of()).stream()
            .map(restart -> of.applyAsDouble(restart))
            .toList());
  }

  private static String below(String what, double found, double most, String unit) {
    return "- %s: %s %s, aim below %s %s: %s"
        .formatted(
            what,
            Figures.number(found),
            unit,
            Figures.number(most),
            unit,
            found < most ? "held" : "missed");
  }
}
