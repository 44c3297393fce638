package io.quantedge.bench.contention;

import io.quantedge.bench.Figures;
import io.quantedge.bench.Report;
import io.quantedge.bench.TextTable;
import io.quantedge.bench.plot.Chart;
import io.quantedge.bench.plot.Panel;
import io.quantedge.bench.plot.Scale;
import io.quantedge.bench.plot.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What came of all races, by number of workers and strategy. Not thread-safe. */
public final class ContentionReport implements Report {
  private final Map<Integer, Map<String, Cell>> cells = new LinkedHashMap<>();

  ContentionReport(List<Integer> workers, List<Strategy> strategies) {
    for (int count : workers) {
      Map<String, Cell> row = new LinkedHashMap<>();
      strategies.forEach(strategy -> row.put(strategy.label(), new Cell()));
      cells.put(count, row);
    }
  }

  Cell cell(int workers, String strategy) {
    return Objects.requireNonNull(Objects.requireNonNull(cells.get(workers)).get(strategy));
  }

  @Override
  public String text() {
    TextTable table =
        new TextTable(
            "strategy",
            "workers",
            "succeed",
            "attempts/success",
            "race p50 ms",
            "race p95 ms",
            "conflicts",
            "races");
    cells.forEach((workers, row) ->
        row.forEach((strategy, cell) ->
            table.row(
                strategy,
                Integer.toString(workers),
                Figures.percent(cell.successShare()),
                Figures.number(cell.attemptsPerSuccess()),
                Figures.number(cell.millis().median()),
                Figures.number(cell.millis().percentile(95)),
                Figures.count(cell.conflicts()),
                Integer.toString(cell.races()))));
    return table.toString();
  }

  @Override
  public List<Map<String, Object>> json() {
    List<Map<String, Object>> json = new ArrayList<>();
    cells.forEach((workers, row) ->
        row.forEach((strategy, cell) ->
            json.add(
                Map.of(
                    "workers", workers,
                    "strategy", strategy,
                    "successShare", cell.successShare(),
                    "attemptsPerSuccess", cell.attemptsPerSuccess(),
                    "raceMillisP50", cell.millis().median(),
                    "raceMillisP95", cell.millis().percentile(95),
                    "conflicts", cell.conflicts(),
                    "races", cell.races()))));
    return json;
  }

  /** The three measures over the number of workers. */
  public Chart chart() {
    List<Series> millis = series(cell -> cell.millis().median());
    List<Series> attempts = series(Cell::attemptsPerSuccess);
    return new Chart(
        "Workers that race for one row",
        "number of workers",
        cells.keySet().stream().map(String::valueOf).toList(),
        List.of(
            new Panel(
                "Workers that succeed (%)",
                Scale.linear(100), series(cell -> 100 * cell.successShare())),
            new Panel(
                "Attempts for each success (logarithmic)",
                Scale.logarithmic(1, most(attempts)),
                attempts),
            new Panel(
                "Median time of a whole race (ms, logarithmic)",
                Scale.logarithmic(least(millis), most(millis)),
                millis)));
  }

  private List<Series> series(ToDoubleFunction<Cell> measure) {
    return cells.values().iterator().next().keySet().stream()
        .map(strategy ->
            new Series(
                strategy,
                cells.values().stream()
                    .map(row -> measure.applyAsDouble(Objects.requireNonNull(row.get(strategy))))
                    .toList()))
        .toList();
  }

  private static double most(List<Series> series) {
    return series.stream().flatMap(s -> s.values().stream()).max(Double::compare).orElse(1.0);
  }

  private static double least(List<Series> series) {
    return series.stream().flatMap(s -> s.values().stream()).min(Double::compare).orElse(1.0);
  }
}
