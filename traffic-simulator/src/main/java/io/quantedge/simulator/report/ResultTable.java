package io.quantedge.simulator.report;

import io.quantedge.simulator.RunReport;
import io.quantedge.simulator.RunReport.Auction;
import io.quantedge.simulator.domain.check.Check;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A run's summary and its checks as plain text, at most {@value #WIDTH} columns wide. */
public final class ResultTable {
  static final int WIDTH = 100;

  private static final String HOLDS = "ok";
  private static final String FAILS = "FAIL";
  private static final int MAX_EXPECTED = 24;
  private static final String ELLIPSIS = "…";

  private ResultTable() {}

  /** The text, ending with a line break. */
  public static String of(RunReport report) {
    List<String> lines = new ArrayList<>(summary(report));
    lines.add("");
    lines.addAll(checks(report.checks()));
    lines.add("");
    lines.add(verdict(report.checks()));
    return lines.stream().map(ResultTable::cut).collect(Collectors.joining("\n", "", "\n"));
  }

  private static List<String> summary(RunReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, seed %d: %s s".formatted(report.command(), report.seed(), report.durationSeconds()));
    lines.add(
        "bids       %s sent, %s acknowledged, %s refused, %s per second"
            .formatted(
                number(report.bids().sent()),
                number(report.bids().acknowledged()),
                number(sum(report.bids().refused())),
                number(report.bids().perSecond())));
    if (!report.bids().refused().isEmpty()) {
      lines.addAll(wrapped("refused    ", counts(report.bids().refused())));
    }
    lines.addAll(wrapped("auctions   ", counts(states(report.auctions()))));
    lines.add(
        "conflicts  %s, retries %s, resolved %s, exhausted %s, resolution rate %s%%"
            .formatted(
                number(report.conflicts().conflicts()),
                number(report.conflicts().retries()),
                number(report.conflicts().resolved()),
                number(report.conflicts().exhausted()),
                report.conflicts().resolutionRate()));
    lines.add("memory     %s MiB resident at most".formatted(number(report.residentMiB())));
    return lines;
  }

  private static List<String> checks(List<Check> checks) {
    int name = width(checks.stream().map(Check::name).toList(), "check");
    int expected =
        Math.min(
            MAX_EXPECTED,
            width(checks.stream().map(check -> grouped(check.expected())).toList(), "expected"));
    String format = "%-4s  %-" + name + "s  %-" + expected + "s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(format.formatted("", "check", "expected", "actual"));
    lines.add("-".repeat(WIDTH));
    for (Check check : checks) {
      String line =
          format.formatted(
              check.holds() ? HOLDS : FAILS,
              check.name(),
              check.holds() ? grouped(check.expected()) : "",
              check.holds() ? grouped(check.actual()) : "");
      lines.add(line.stripTrailing());
      if (!check.holds()) {
        lines.addAll(wrapped("      expected: ", List.of(check.expected().split(" "))));
        lines.addAll(wrapped("      actual:   ", List.of(check.actual().split(" "))));
      }
    }
    return lines;
  }

  private static String verdict(List<Check> checks) {
    long failed = checks.stream().filter(check -> !check.holds()).count();
    return failed == 0
        ? "All %d checks hold.".formatted(checks.size())
        : "%d of %d checks FAIL.".formatted(failed, checks.size());
  }

  private static Map<String, Long> states(List<Auction> auctions) {
    return auctions.stream()
        .collect(Collectors.groupingBy(Auction::state, TreeMap::new, Collectors.counting()));
  }

  private static List<String> counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + " " + number(entry.getValue()) + " ")
        .toList();
  }

  /** Words behind a title, on as many lines as they need. */
  private static List<String> wrapped(String title, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(title);
    for (String word : words) {
      if (line.length() > title.length() && line.length() + word.length() > WIDTH) {
        lines.add(line.toString().stripTrailing());
        line = new StringBuilder(" ".repeat(title.length()));
      }
      line.append(word).append(' ');
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  private static int width(List<String> texts, String title) {
    return texts.stream().mapToInt(String::length).reduce(title.length(), Math::max);
  }

  private static String cut(String line) {
    return line.length() <= WIDTH ? line : line.substring(0, WIDTH - 1) + ELLIPSIS;
  }

  /** Counts are grouped for people; the report has them plain. */
  private static String grouped(String text) {
    return text.matches("[0-9]{1,18}") ? number(Long.parseLong(text)) : text;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String number(long value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }

  private static String number(BigDecimal value) {
    return NumberFormat.getIntegerInstance(Locale.ROOT).format(value);
  }
}
