package io.quantedge.telemetry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.quantedge.telemetry.page.LiveBrowser.changes;
import static io.quantedge.telemetry.page.LiveBrowser.feed;
import static io.quantedge.telemetry.page.LiveBrowser.picture;
import static io.quantedge.telemetry.page.LiveBrowser.sees;
import static io.quantedge.telemetry.page.LiveBrowser.soon;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quantedge.dsql.Dsql;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.fixture.TruthStore;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each view with data, in a real browser. Pictures are left in target/live-page. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class LiveViewsIT {
  @Inject TelemetryState state;
  @Inject Dsql dsql;

  private final SimulatorStandIn simulator = new SimulatorStandIn();
  private LiveBrowser browser;

  @BeforeEach
  void start() {
    TruthStore store = new TruthStore(dsql);
    store.drop("simulation_runs");
    store.createSimulationRuns();
    browser = new LiveBrowser(RestAssured.port);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  private static void record(long seed, boolean allHold) {
    given()
        .contentType("application/json")
        .body(
            """
            {"runId": "%s", "command": "demo", "seed": %d, "startedAt": "2026-03-01T11:00:00Z",
             "finishedAt": "2026-03-01T11:00:41Z", "bidsSent": 50000, "bidsAcknowledged": 49990,
             "slots": 20, "allHold": %s, "report": {"command": "demo", "checks": ["all of them"]}}
            """
                .formatted(UUID.randomUUID(), seed, allHold))
        .post("/v1/simulation-runs")
        .then()
        .statusCode(201);
  }

  @Test
  void theOverviewShowsWhatHappensNowAndWhatItComesTo() {
    feed(71, 10);
    Page page = browser.open("overview");
    assertThat(page.locator("#chart-bids canvas")).isVisible(soon());

    feed(72, 10);

    sees(page.locator("#bids-received"), () -> state.totals().bids().received());
    for (String rate : List.of("bids", "outcomes", "settlements")) {
      assertThat(page.locator("#" + rate + "-rate")).hasText(Pattern.compile("[0-9.,]+"));
    }
    assertThat(page.locator("#conflicts-per-second")).isVisible();
    assertThat(page.locator(".pulse .spark polyline")).hasCount(4);
    assertThat(page.locator(".latency tbody")).containsText("ms");
    assertThat(page.getByText("Do the sums come out?")).isVisible();
    assertThat(page.getByText("What 10,000 bids cost")).isVisible();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void trafficTellsRegionsAndVerdictsAndFollowsThem() {
    feed(73, 10);
    Page page = browser.open("traffic");
    Locator counted = page.locator(".verdicts tbody tr").first().locator(".figure").first();
    sees(counted, () -> state.totals().bids().counted());
    assertThat(page.locator("#chart-regions canvas")).isVisible(soon());
    assertThat(page.locator(".region-list li")).hasCount(4);
    long before = state.totals().bids().counted();

    feed(74, 6);

    changes(counted, before);
    sees(counted, () -> state.totals().bids().counted());
    page.getByText("Most bids").click();
    assertThat(page.locator(".slots tbody tr")).hasCount(10);
    Locator slot = page.locator(".slots tbody .slot-id").first();
    String slotId = slot.textContent();
    slot.click();
    assertThat(page.locator("#view-title")).hasText("Auctions");
    assertThat(page.url()).endsWith("#/auctions/" + slotId);
  }

  @Test
  void conflictsTellEveryAttemptInTimeAndInWords() {
    feed(75, 12);
    Page page = browser.open("conflicts");

    sees(page.locator("#conflicts-count"), () -> state.totals().conflicts().conflicts());
    Locator first = page.locator(".timelines li").first();
    assertThat(first.locator(".sr"))
        .containsText(Pattern.compile("attempt 1 (conflict|store unavailable)"));
    assertThat(first.locator(".strip circle").first()).isVisible();
    assertThat(first.locator(".step").first()).isVisible();
    assertThat(page.locator("#workers tbody")).containsText("settlement-1/worker-");
    assertThat(page.locator("#conflict-regions tbody")).containsText("us-east-1");
    assertThat(page.getByText("Why attempts failed")).isVisible();
    long before = state.totals().conflicts().conflicts();

    feed(76, 12);

    changes(page.locator("#conflicts-count"), before);
    assertThat(page.locator(".timelines")).containsText("page-76");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theSimulatorStartsAndStopsTrafficAndListsRuns() {
    record(7, true);
    Page page = browser.tab(1440, ColorScheme.LIGHT);
    simulator.answer(page);
    browser.go(page, "simulator");
    Locator slots = page.getByLabel("Slots at a time", new Page.GetByLabelOptions().setExact(true));

    slots.fill("0");
    page.getByText("Start traffic").click();
    assertThat(page.getByText("must be a whole number from 1 to 2,000")).isVisible();
    assertThat(slots).isFocused();
    picture(page, "simulator-invalid", 1440, ColorScheme.LIGHT);

    slots.fill("12");
    page.getByLabel("One region").check();
    slots.press("Enter");
    assertThat(page.getByText("Traffic is running")).isVisible(soon());
    assertThat(simulator.asked()).contains("\"profile\":\"EAST\"", "\"slots\":12");
    sees(page.locator("#run-acknowledged"), () -> 1_230);
    page.locator("#run-acknowledged").focus();
    assertThat(page.locator("#tip")).containsText("simulated · n = 1,234");
    picture(page, "simulator-running", 1440, ColorScheme.LIGHT);

    page.getByText("Stop traffic").click();
    assertThat(page.getByText("Start traffic")).isVisible(soon());
    assertThat(page.locator(".runs tbody")).containsText("49,990");
    page.getByLabel("Report of the run of").click();
    assertThat(page.locator(".report pre")).containsText("all of them");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void theSimulatorSaysWhyItCannotBeUsed() {
    Page page = browser.tab(1440, ColorScheme.LIGHT);
    simulator.answer(page);
    simulator.switchOff("Nobody has switched it on.");
    browser.go(page, "simulator");

    assertThat(page.getByText("The simulator is switched off here")).isVisible(soon());
    assertThat(page.getByText("Nobody has switched it on.")).isVisible();
    assertThat(page.getByText("No run has been recorded yet")).isVisible();
    assertThat(browser.complaints()).isEmpty();

    simulator.fail();
    page.clock().fastForward(6_000);

    assertThat(page.getByText("What is shown about the simulator is the last that was known"))
        .isVisible(soon());
    page.reload();
    assertThat(page.getByText("There is no answer about the simulator")).isVisible(soon());
    assertThat(page.getByText("The simulator does not answer.")).isVisible();
    picture(page, "simulator-unavailable", 1440, ColorScheme.LIGHT);
  }

  @Test
  void everyViewIsReadableOnAPhoneAndInTheDark() {
    feed(77, 12);
    record(8, true);
    record(9, false);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {390, 1440}) {
        Page page = browser.tab(width, scheme);
        simulator.answer(page);
        browser.go(page, "overview");
        feed(100 + width + scheme.ordinal(), 6);
        assertThat(page.locator("#chart-bids canvas")).isVisible(soon());
        for (String view : List.of("overview", "traffic", "conflicts", "simulator")) {
          browser.go(page, view);
          assertThat(page.locator("main .panel").first()).isVisible(soon());
          assertThat(page.locator("main [aria-busy=true]")).hasCount(0);
          assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
              .as("no sideways scrolling of %s at %d px", view, width)
              .isEqualTo(width);
          picture(page, view, width, scheme);
        }
        page.context().close();
      }
    }
    assertThat(browser.complaints()).isEmpty();
  }
}
