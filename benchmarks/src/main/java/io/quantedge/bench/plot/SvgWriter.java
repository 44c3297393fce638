package io.quantedge.bench.plot;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Draws a chart as SVG that stands for itself: it follows the reader's light or dark scheme, its
 * lines differ in colour (Okabe and Ito, "Color Universal Design", 2008), dashes and marks, and
 * each is labelled where it ends. Not thread-safe.
 */
public final class SvgWriter {
  private static final int WIDTH = 860;
  private static final int LEFT = 64;
  private static final int RIGHT = 190;
  private static final int TOP = 48;
  private static final int PANEL = 230;
  private static final int BETWEEN = 58;
  private static final int LABEL_GAP = 15;
  private static final int INSET = 24;

  private static final String STYLE =
      """
      <style>
        .ground { fill: #ffffff; } .ink { fill: #1f2328; } .faint { stroke: #d0d7de; }
        .s0 { --c: #0072b2; } .s1 { --c: #d55e00; } .s2 { --c: #009e73; } .s3 { --c: #b8860b; }
        .s4 { --c: #b0568c; } .s5 { --c: #1f2328; } .s6 { --c: #3c9fd4; }
        @media (prefers-color-scheme: dark) {
          .ground { fill: #0d1117; } .ink { fill: #e6edf3; } .faint { stroke: #30363d; }
          .s0 { --c: #4aa8e0; } .s1 { --c: #f08040; } .s2 { --c: #2cc89a; } .s3 { --c: #e6b422; }
          .s4 { --c: #e296c4; } .s5 { --c: #e6edf3; } .s6 { --c: #8fd0f5; }
        }
        .line { fill: none; stroke: var(--c); stroke-width: 2; } .mark, .name { fill: var(--c); }
        text { font: 12px system-ui, sans-serif; } .title { font-weight: 600; font-size: 15px; }
        .panel { font-weight: 600; } .end { text-anchor: end; } .middle { text-anchor: middle; }
        .leader { stroke: var(--c); stroke-width: 0.7; opacity: 0.6; }
      </style>
      """;
  private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3");

  private final Chart chart;
  private final StringBuilder svg = new StringBuilder();

  private SvgWriter(Chart chart) {
    this.chart = chart;
  }

  /** The whole file. */
  public static String write(Chart chart) {
    return new SvgWriter(chart).draw();
  }

  private String draw() {
    int height = TOP + chart.panels().size() * (PANEL + BETWEEN) + 4;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
        WIDTH, height, escaped(chart.title()));
    svg.append(STYLE);
    add("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>", WIDTH, height);
    text("ink title", LEFT, 24, chart.title());
    for (int i = 0; i < chart.panels().size(); i++) {
      draw(chart.panels().get(i), TOP + i * (PANEL + BETWEEN) + 14);
    }
    add("</svg>");
    return svg.toString();
  }

  private void draw(Panel panel, int top) {
    int bottom = top + PANEL - 24;
    text("ink panel", LEFT, top - 8, panel.title());
    for (double tick : panel.scale().ticks()) {
      double y = y(panel, tick, top, bottom);
      add(
          "<line class=\"faint\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
          LEFT, WIDTH - RIGHT, y, y);
      text("ink end", LEFT - 8, y + 4, tickText(tick));
    }
    for (int i = 0; i < chart.places().size(); i++) {
      text("ink middle", x(i), bottom + 18, chart.places().get(i));
    }
    text("ink middle", (LEFT + WIDTH - RIGHT) / 2.0, bottom + 36, chart.horizontal());
    drawSeries(panel, top, bottom);
  }

  private void drawSeries(Panel panel, int top, int bottom) {
    List<Series> all = panel.series();
    double[] ends =
        all.stream()
            .mapToDouble(series -> y(panel, series.values().getLast(), top, bottom))
            .toArray();
    double[] labels = Labels.apart(ends, LABEL_GAP, top, bottom);
    double endX = x(chart.places().size() - 1);
    for (int i = 0; i < all.size(); i++) {
      List<Double> ys =
          all.get(i).values().stream().map(value -> y(panel, value, top, bottom)).toList();
      add("<g class=\"s%d\">", i % 7);
      String points =
          IntStream.range(0, ys.size())
              .mapToObj(place -> format("%.1f,%.1f", x(place), ys.get(place)))
              .collect(Collectors.joining(" "));
      add(
          "<polyline class=\"line\" stroke-dasharray=\"%s\" points=\"%s\"/>",
          DASHES.get(i % DASHES.size()), points);
      for (int place = 0; place < ys.size(); place++) {
        mark(i, x(place), ys.get(place));
      }
      add(
          "<line class=\"leader\" x1=\"%.1f\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
          endX + 5, WIDTH - RIGHT + 12, ends[i], labels[i]);
      text("name", WIDTH - RIGHT + 16, labels[i] + 4, all.get(i).label());
      add("</g>");
    }
  }

  private void mark(int series, double x, double y) {
    switch (series % 3) {
      case 0 -> add("<circle class=\"mark\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>", x, y);
      case 1 ->
          add(
              "<rect class=\"mark\" x=\"%.1f\" y=\"%.1f\" width=\"6.5\" height=\"6.5\"/>",
              x - 3.25, y - 3.25);
      default -> add("<path class=\"mark\" d=\"M%.1f %.1f l4.2 7.4 h-8.4 z\"/>", x, y - 4.6);
    }
  }

  private double x(int place) {
    int last = Math.max(1, chart.places().size() - 1);
    return LEFT + INSET + (WIDTH - LEFT - RIGHT - 2.0 * INSET) * place / last;
  }

  private static double y(Panel panel, double value, int top, int bottom) {
    return bottom - (bottom - top) * panel.scale().place().applyAsDouble(value);
  }

  private void text(String classes, double x, double y, String text) {
    add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", classes, x, y, escaped(text));
  }

  private void add(String format, Object... values) {
    svg.append(format(format, values)).append('\n');
  }

  private static String tickText(double tick) {
    return tick == Math.rint(tick) ? format("%,.0f", tick) : format("%s", tick);
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
