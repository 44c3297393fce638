package io.quantedge.bench.ingest;

import io.quantedge.bench.Figures;
import io.quantedge.bench.Report;
import io.quantedge.bench.TextTable;
import io.quantedge.bench.stats.Ratio;
import io.quantedge.bench.stats.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a run. Immutable.
 *
 * @param rounds what each contestant did in each round, by its name
 * @param latencies at a fixed rate, by the contestant's name
 */
public record IngestReport(
    Map<String, List<Work>> rounds, Map<String, Latency> latencies, IngestOptions options)
    implements Report {
  static final String SINGLE = "single bids over HTTP";
  static final String BARE = "bare endpoint, parses and answers";

  /** Added to a name while the bid store's writer, and the store, use the same processors. */
  static final String STORE_AT_WORK = ", bid store at work";

  private static final double LEAST_SHARE_OF_BARE = 0.5;
  private static final double LEAST_SHARE_OF_RAW = 0.4;

  @Override
  public String text() {
    return String.join(
        "\n",
        rates().toString(),
        "",
        ratio(SINGLE, BARE).against("single bids / bare endpoint", LEAST_SHARE_OF_BARE),
        ratio(SINGLE + STORE_AT_WORK, BARE)
            .against("the same with the bid store at work", LEAST_SHARE_OF_BARE),
        ratio(StreamedBids.NAME, RawProducer.NAME)
            .against("NDJSON stream / raw producer", LEAST_SHARE_OF_RAW),
        ratio(StreamedBids.NAME + STORE_AT_WORK, RawProducer.NAME)
            .against("the same with the bid store at work", LEAST_SHARE_OF_RAW),
        "",
        delays().toString(),
        "",
        "%d connections, %d streams, %d s of warm-up each; every bid that was answered 202 is in the log once."
            .formatted(options.connections(), options.streams(), options.warmup().toSeconds()));
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounds", rounds);
    json.put("singleByBare", ratio(SINGLE, BARE).ofMedians());
    json.put("streamByRaw", ratio(StreamedBids.NAME, RawProducer.NAME).ofMedians());
    Map<String, Object> delays = new LinkedHashMap<>();
    latencies.forEach((name, latency) ->
        delays.put(
            name,
            Map.of(
                "perSecond", latency.perSecond(),
                "count", latency.count(),
                "p50Millis", latency.millisAt(50),
                "p99Millis", latency.millisAt(99),
                "p999Millis", latency.millisAt(99.9),
                "mostMillis", latency.mostMillis())));
    json.put("latencies", delays);
    return json;
  }

  private TextTable rates() {
    TextTable table =
        new TextTable(
            "bids/s", "median", "least", "most", "CPU us/bid", "sender's", "rounds", "bids");
    rounds.forEach((name, work) -> {
      Samples rates = Samples.of(perSecond(name));
      table.row(
          name,
          Figures.number(rates.median()),
          Figures.number(rates.least()),
          Figures.number(rates.most()),
          Figures.number(Samples.of(work.stream().map(Work::cpuMicrosPerBid).toList()).median()),
          Figures.number(Samples.of(work.stream().map(Work::loaderMicrosPerBid).toList()).median()),
          Integer.toString(rates.size()),
          Figures.count(work.stream().mapToLong(round -> round.throughput().counted()).sum()));
    });
    return table;
  }

  private TextTable delays() {
    TextTable table =
        new TextTable(
            "latency, ms", "requests/s", "p50", "p99", "p99.9", "max", "loader CPU", "requests");
    latencies.forEach((name, latency) ->
        table.row(
            name,
            Figures.number(latency.perSecond()),
            Figures.number(latency.millisAt(50)),
            Figures.number(latency.millisAt(99)),
            Figures.number(latency.millisAt(99.9)),
            Figures.number(latency.mostMillis()),
            Figures.percent(latency.loaderShare()),
            Figures.count(latency.count())));
    return table;
  }

  private Ratio ratio(String upper, String lower) {
    return Ratio.of(perSecond(upper), perSecond(lower));
  }

  private List<Double> perSecond(String name) {
    return rounds.getOrDefault(name, List.of()).stream()
        .map(work -> work.throughput().perSecond())
        .toList();
  }
}
