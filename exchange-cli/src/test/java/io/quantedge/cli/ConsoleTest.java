package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConsoleTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void resultsGoToTheOutputAndMessagesToTheErrorStream() {
    Console console = console(false);
    console.print("result");
    console.say("message");
    console.complain("trouble");
    assertThat(out.toString().lines()).containsExactly("result");
    assertThat(err.toString().lines()).containsExactly("message", "exchange: trouble");
  }

  @Test
  void afterTheLastWordsNothingMoreIsSaid() {
    Console console = console(false);
    console.begin("Bids", 10);
    console.lastWords("stopping everything");
    console.complain("connection refused");
    console.print("nonsense");
    console.begin("More", 10);
    console.progress(3);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).endsWith("exchange: stopping everything\n");
  }

  @Test
  void linesOfProgressAreFewAndATenthApart() {
    LineProgress progress = new LineProgress("Bids", 1000, new PrintWriter(err), now::get);
    progress.at(500);
    pass(Duration.ofMillis(1100));
    progress.at(510);
    pass(Duration.ofMillis(400));
    progress.at(700);
    pass(Duration.ofMillis(700));
    progress.at(710);
    pass(Duration.ofSeconds(2));
    progress.at(720);
    progress.at(1000);
    progress.close();
    assertThat(err.toString().lines())
        .containsExactly(
            "Bids …",
            "Bids: 510 of 1000 (51 %)",
            "Bids: 710 of 1000 (71 %)",
            "Bids: done after 4.2 s");
  }

  @Test
  void workThatEndsEarlySaysHowFarItCame() {
    LineProgress progress = new LineProgress("Bids", 10, new PrintWriter(err), now::get);
    progress.at(4);
    progress.close();
    assertThat(err.toString()).contains("Bids: ended at 4 of 10 after 0.0 s");
  }

  @Test
  void onATerminalThereIsABarInOneLine() {
    Console console = console(true);
    console.begin("Bids", 10);
    console.progress(10);
    console.say("a line between");
    console.endProgress();
    assertThat(err.toString()).contains("\rBids").contains("10/10").contains("a line between\n");
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private Console console(boolean terminal) {
    return new Console(new PrintWriter(out), new PrintWriter(err), terminal);
  }
}
