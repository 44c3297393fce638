package io.quantedge.bench.settle;

import io.quantedge.bench.Figures;
import io.quantedge.bench.Report;
import io.quantedge.bench.TextTable;
import io.quantedge.bench.stats.Ratio;
import io.quantedge.bench.stats.Samples;
import io.quantedge.bench.stats.Throughput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of a run. Immutable.
 *
 * @param rounds what each contestant did in each round, by its name
 */
public record SettleReport(Map<String, List<Throughput>> rounds) implements Report {
  static final String GROUP = "group commit, PostgreSQL directly";
  static final String ONE_BY_ONE = "one by one, PostgreSQL directly";
  static final String RAW = "raw statements, PostgreSQL directly";
  static final String GROUP_DSQL = "group commit, local Aurora DSQL (not a target)";
  static final String ONE_BY_ONE_DSQL = "one by one, local Aurora DSQL (not a target)";

  private static final double LEAST_GAIN = 5;
  private static final double LEAST_SHARE = 0.6;

  static SettleReport of(Map<Contestant, List<Throughput>> rounds) {
    Map<String, List<Throughput>> byName = new LinkedHashMap<>();
    rounds.forEach((contestant, measured) -> byName.put(contestant.name(), measured));
    return new SettleReport(byName);
  }

  @Override
  public String text() {
    TextTable table =
        new TextTable("settlements/s", "median", "least", "most", "rounds", "settlements");
    rounds.forEach((name, measured) -> {
      Samples rates = rates(measured);
      table.row(
          name,
          Figures.number(rates.median()),
          Figures.number(rates.least()),
          Figures.number(rates.most()),
          Integer.toString(rates.size()),
          Figures.count(measured.stream().mapToLong(Throughput::counted).sum()));
    });
    return table
        + "\n\n"
        + aim("group commit / one by one", GROUP, ONE_BY_ONE, LEAST_GAIN)
        + "\n"
        + aim("one by one / raw statements", ONE_BY_ONE, RAW, LEAST_SHARE)
        + cost("group commit", GROUP_DSQL, GROUP)
        + cost("one by one", ONE_BY_ONE_DSQL, ONE_BY_ONE);
  }

  @Override
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rounds", rounds);
    json.put("groupByOneByOne", ratio(GROUP, ONE_BY_ONE).map(Ratio::ofMedians).orElse(Double.NaN));
    json.put("oneByOneByRaw", ratio(ONE_BY_ONE, RAW).map(Ratio::ofMedians).orElse(Double.NaN));
    return json;
  }

  private String aim(String what, String upper, String lower, double least) {
    return ratio(upper, lower).map(ratio -> ratio.against(what, least)).orElse("");
  }

  private String cost(String what, String through, String direct) {
    return ratio(through, direct)
        .map(ratio ->
            "\n- %s through the local Aurora DSQL / directly: %s (its cost, not a target)"
                .formatted(what, Figures.ratio(ratio.ofMedians())))
        .orElse("");
  }

  private Optional<Ratio> ratio(String upper, String lower) {
    List<Throughput> above = rounds.getOrDefault(upper, List.of());
    List<Throughput> below = rounds.getOrDefault(lower, List.of());
    return above.isEmpty() || below.isEmpty()
        ? Optional.empty()
        : Optional.of(Ratio.of(perSecond(above), perSecond(below)));
  }

  private static Samples rates(List<Throughput> measured) {
    return Samples.of(perSecond(measured));
  }

  private static List<Double> perSecond(List<Throughput> measured) {
    return measured.stream().map(Throughput::perSecond).toList();
  }
}
