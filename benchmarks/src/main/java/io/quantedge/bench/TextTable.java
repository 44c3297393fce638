package io.quantedge.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that is Markdown and can be read on a terminal as it is, so that what a run printed can
 * stand in a page unchanged. Not thread-safe.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param columns the head; the first column is text, the others are figures
   */
  public TextTable(String... columns) {
    rows.add(List.of(columns));
  }

  /**
   * @param cells as many as there are columns
   */
  public TextTable row(String... cells) {
    if (cells.length != rows.getFirst().size()) {
      throw new IllegalArgumentException(
          "a row has " + rows.getFirst().size() + " cells; it got " + cells.length);
    }
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
    lines.add(1, rule(widths));
    return String.join("\n", lines);
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> {
          String space = " ".repeat(widths[i] - row.get(i).length());
          return i == 0 ? row.get(i) + space : space + row.get(i);
        })
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> i == 0 ? "-".repeat(widths[i] + 2) : "-".repeat(widths[i] + 1) + ":")
        .collect(Collectors.joining("|", "|", "|"));
  }
}
