package io.quantedge.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.json.Json;
import io.quantedge.simulator.RunReport.Auction;
import io.quantedge.simulator.RunReport.Bids;
import io.quantedge.simulator.RunReport.Conflicts;
import io.quantedge.simulator.domain.check.Check;
import io.quantedge.simulator.report.ResultTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
  private static final Check HOLDS =
      new Check("one settlement per awarded slot", "244", "244", true);

  @TempDir private Path folder;

  @Test
  void theJsonHasTheContractsShape() throws Exception {
    JsonNode json = Json.mapper().readTree(report(HOLDS).toJson());

    assertThat(json.path("command").asText()).isEqualTo("replay");
    assertThat(json.path("seed").isIntegralNumber()).isTrue();
    assertThat(json.path("durationSeconds").decimalValue()).isEqualByComparingTo("41.2");
    assertThat(json.path("residentMiB").asInt()).isEqualTo(1730);
    assertThat(json.path("bids"))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"sent": 3640, "acknowledged": 3638, "refused": {"BELOW_FLOOR": 2},
                     "perSecond": 5200.0}
                    """));
    assertThat(json.path("auctions").path(0))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"auction": "1638893549", "slotId": "replay-r-1638893549", "state": "SETTLED",
                     "winner": "bidder-0005", "winningBid": "177.5000",
                     "clearingPrice": "177.5000", "settlementId": "s"}
                    """));
    assertThat(json.path("auctions").path(1).has("winner")).isTrue();
    assertThat(json.path("auctions").path(1).path("winner").isNull()).isTrue();
    assertThat(json.path("auctions").path(1).path("settlementId").isNull()).isTrue();
    assertThat(json.path("conflicts"))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"conflicts": 12, "retries": 31, "resolved": 12, "exhausted": 0,
                     "resolutionRate": 100.0}
                    """));
    assertThat(json.path("checks").path(0))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    """
                    {"name": "one settlement per awarded slot", "expected": "244",
                     "actual": "244", "holds": true}
                    """));
  }

  @Test
  void aReportReplacesAnOlderOneAsAWhole() throws Exception {
    Path file = Files.writeString(folder.resolve("r.json"), "old");

    report(HOLDS).writeTo(file);

    assertThat(file).hasContent(report(HOLDS).toJson());
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void aReportThatCannotBeWrittenLeavesNothingBehind() throws Exception {
    Path target = folder.resolve("taken");
    Path inside = Files.createDirectories(target.resolve("inside"));

    assertThatThrownBy(() -> report(HOLDS).writeTo(target)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> report(HOLDS).writeTo(folder.resolve("none/r.json")))
        .isInstanceOf(IOException.class);
    assertThat(inside).isDirectory();
    assertThat(Files.list(folder)).hasSize(1);
  }

  @Test
  void oneFailedCheckFailsTheRun() {
    assertThat(report(HOLDS).allHold()).isTrue();
    assertThat(report(HOLDS, new Check("x", "1", "0", false)).allHold()).isFalse();
  }

  @Test
  void theTableFitsAHundredColumnsAndTellsFailures() {
    String table =
        ResultTable.of(
            report(
                HOLDS,
                new Check("something long", "244", "243; 1 wrong, " + "word ".repeat(60), false)));

    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
    assertThat(table)
        .contains("3,640 sent, 3,638 acknowledged, 2 refused, 5,200 per second")
        .contains("BELOW_FLOOR 2")
        .contains("SETTLED 1")
        .contains("UNSOLD 1")
        .contains("1,730 MiB")
        .contains("resolution rate 100.0%")
        .contains("FAIL  something long")
        .contains("actual:   243; 1 wrong,")
        .contains("1 of 2 checks FAIL.");
    assertThat(ResultTable.of(report(new Check("bids", "50000", "50000", true))))
        .contains("bids   50,000    50,000")
        .contains("All 1 checks hold.");
  }

  @Test
  void demoSizesOutOfRangeAreRefusedWithASentence() {
    assertThat(new DemoSpec(1, 100, 4)).isNotNull();
    assertThatThrownBy(() -> new DemoSpec(1, 100, 3)).hasMessageContaining("4 to 1000 slots; 3");
    assertThatThrownBy(() -> new DemoSpec(1, 99, 4))
        .hasMessageContaining("100 to 1000000 bids; 99");
    assertThatThrownBy(() -> new DemoSpec(1, 100, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100 bids are too few for 20 slots")
        .hasMessageContaining("ask for 200 bids");
  }

  private static RunReport report(Check... checks) {
    return new RunReport(
        "replay",
        "0190b7f0-5c1e-3cc3-98c4-dc0c0c07398f",
        7,
        Instant.parse("2026-01-01T12:00:00Z"),
        new BigDecimal("41.2"),
        1730,
        new Bids(3640, 3638, new TreeMap<>(Map.of("BELOW_FLOOR", 2L)), new BigDecimal("5200.0")),
        List.of(
            new Auction(
                "1638893549",
                "replay-r-1638893549",
                "SETTLED",
                "bidder-0005",
                "177.5000",
                "177.5000",
                "s"),
            new Auction("2", "replay-r-2", "UNSOLD", null, null, null, null)),
        new Conflicts(12, 31, 12, 0, new BigDecimal("100.0")),
        List.of(checks));
  }
}
