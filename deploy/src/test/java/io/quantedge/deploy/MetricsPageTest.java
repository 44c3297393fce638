package io.quantedge.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.metric.Metric;
import io.quantedge.contracts.metric.MetricSpec;
import io.quantedge.contracts.metric.MetricSpec.Presence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/metrics.md} is what the registry declares. */
class MetricsPageTest {
  private static final String BEGIN = "<!-- metrics -->\n";
  private static final String END = "<!-- end of metrics -->";

  @Test
  void theTablesAreTheRegistry() throws IOException {
    String page = ProjectFiles.read("docs/metrics.md");
    StringBuilder tables = new StringBuilder();
    for (Metric.Owner owner : Metric.Owner.values()) {
      tables.append(table(owner));
    }
    Path written = Files.writeString(Path.of("target", "metrics-tables.md"), tables);

    assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
        .as("the tables of docs/metrics.md; what they must be is in %s", written.toAbsolutePath())
        .isEqualTo(tables.toString());
  }

  private static String table(Metric.Owner owner) {
    return "\n## "
        + owner.serviceName()
        + "\n\n| meter | type | unit | meaning | labels (at most) |\n|---|---|---|---|---|\n"
        + Metric.of(owner).stream()
            .map(metric -> row(metric.spec()) + "\n")
            .collect(Collectors.joining());
  }

  private static String row(MetricSpec spec) {
    String labels =
        spec.labels().stream()
            .map(label -> label.name() + " (" + label.maxValues() + ")")
            .collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s%s | %s |"
        .formatted(
            spec.meterName(),
            spec.type().name().toLowerCase(Locale.ROOT),
            spec.unit(),
            spec.meaning(),
            remark(spec.presence()),
            labels.isEmpty() ? "–" : labels);
  }

  private static String remark(Presence presence) {
    return switch (presence) {
      case FROM_START -> "";
      case FROM_FIRST_USE -> " (from its first use on)";
      case PLANNED -> " (planned)";
    };
  }
}
