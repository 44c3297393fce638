package io.quantedge.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quantedge.localstack.stack.Service;
import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.testing.Chromium;
import io.quantedge.simulator.DemoRun;
import io.quantedge.simulator.DemoSpec;
import io.quantedge.simulator.RunResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The page of a running exchange in a real browser, with what was really traded. A picture of each
 * view is left in {@code target/live-page}, light and dark, wide and narrow.
 */
@ExtendWith(RunningExchange.class)
class LivePageST {
  private static final Path PICTURES = Path.of("target/live-page");
  private static final double SOON_MILLIS = 30_000;
  private static final double PROOF_MILLIS = 120_000;
  private static final List<String> VIEWS =
      List.of("overview", "traffic", "auctions", "ledger", "conflicts", "reliability", "simulator");

  private final List<String> complaints = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();

  @BeforeEach
  void open() {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(),
        "no Chromium is installed (apt-get install chromium, or set CHROMIUM): page not tested");
    chromium = executable.map(Chromium::new);
  }

  @AfterEach
  void close() {
    chromium.ifPresent(Chromium::close);
  }

  @Test
  void itTellsTheStoryOfWhatWasTraded(Stack exchange) throws Exception {
    RunResult run = traded(exchange);
    String slot = settledSlot(exchange);
    String buyer =
        new JsonAnswers(exchange.addresses().settlement())
            .get("/v1/slots/" + slot + "/settlement")
            .at("/buyerId")
            .asText();
    assertThat(run.allHold()).isTrue();
    Page page = page(exchange, 1440, ColorScheme.LIGHT);

    // the auction, from its search to its ledger
    go(page, "auctions");
    page.locator("#auctions-search").fill(slot);
    page.locator(".auction-row a", new Page.LocatorOptions().setHasText(slot)).first().click();
    assertThat(page.locator("#story")).containsText(slot, soonText());
    assertThat(page.locator("#story-settlement")).containsText(buyer, soonText());
    picture(page, "story-1440-light");

    // the account that bought it
    go(page, "ledger/accounts/" + buyer);
    assertThat(page.locator("#statement")).containsText(slot, soonText());
    picture(page, "statement-1440-light");
    go(page, "ledger");
    assertThat(page.locator("#trial-balance")).containsText("USD", soonText());

    assertThat(complaints).isEmpty();
  }

  @Test
  void aProofIsMeasuredOnTheClickAndFailsWithoutItsGuard(Stack exchange) {
    Page page = page(exchange, 1440, ColorScheme.LIGHT);
    go(page, "reliability");
    Locator race = page.locator(".proof[data-kind=RACE]");
    race.locator("input[name=workers]").fill("20");

    race.locator("button.run").click();

    assertThat(race.locator(".sentence").first())
        .containsText("20", new LocatorAssertions.ContainsTextOptions().setTimeout(PROOF_MILLIS));
    assertThat(race).containsText("With the guard removed", soonText());
    picture(page, "proof-1440-light");
    assertThat(complaints).isEmpty();
  }

  @Test
  void trafficIsStartedAndStoppedAndTheNumbersMoveByThemselves(Stack exchange) {
    Page page = page(exchange, 1440, ColorScheme.LIGHT);
    page.evaluate("() => { document.body.dataset.sameDocument = 'yes'; }");
    String before = page.locator("#bids-received").innerText();
    go(page, "simulator");
    page.locator("#run-bidsPerSecond").fill("100");
    page.locator("#run-slots").fill("4");
    page.getByText("Start traffic").click();
    assertThat(page.locator("button.stop")).isVisible(soon());
    picture(page, "simulator-running-1440-light");

    go(page, "overview");
    assertThat(page.locator("#bids-received"))
        .not()
        .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    page.waitForTimeout(5_000);
    picture(page, "overview-moving-1440-light");

    go(page, "simulator");
    page.locator("button.stop").click();
    assertThat(page.getByText("Start traffic")).isVisible(soon());
    assertThat(page.evaluate("() => document.body.dataset.sameDocument")).isEqualTo("yes");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aServiceThatDiesIsToldAndComesBackWithoutReload(Stack exchange) throws Exception {
    Page page = page(exchange, 1440, ColorScheme.DARK);

    exchange.kill(Service.TELEMETRY.partName());

    assertThat(page.locator(".pill.lost")).isVisible(soon());
    assertThat(page.getByText("The live feed cannot be reached")).isVisible(soon());
    picture(page, "lost-1440-dark");
    exchange.awaitReady(Service.TELEMETRY.partName(), Duration.ofSeconds(60));
    assertThat(page.locator(".pill.live")).isVisible(soon());
  }

  @Test
  void everyViewIsReadableOnAPhoneAndInTheDark(Stack exchange) throws Exception {
    traded(exchange);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {390, 1440}) {
        Page page = page(exchange, width, scheme);
        for (String view : VIEWS) {
          go(page, view);
          page.waitForTimeout(1_200);
          assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
              .as("no sideways scrolling of %s at %d px", view, width)
              .isEqualTo(width);
          picture(page, "%s-%d-%s".formatted(view, width, scheme.name().toLowerCase(Locale.ROOT)));
        }
        page.context().close();
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static RunResult traded(Stack exchange) throws Exception {
    return DemoRun.run(
        new DemoSpec(31, 800, 8),
        RunningExchange.addresses(exchange),
        new RunningExchange.PrintingRunListener(),
        exchange::residentMiB);
  }

  private static String settledSlot(Stack exchange) throws Exception {
    return new StoresSeen(exchange.addresses())
        .text("SELECT slot_id FROM settlements ORDER BY committed_at DESC LIMIT 1");
  }

  private Page page(Stack exchange, int width, ColorScheme scheme) {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (Predicate.<String>isEqual("error").or("warning"::equals).test(message.type())) {
        complaints.add(message.text() + " " + message.location());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(exchange.addresses().telemetry() + "/");
    assertThat(page.locator(".pill.live")).isVisible(soon());
    assertThat(page.locator("#bids-received")).isVisible(soon());
    return page;
  }

  private static void go(Page page, String address) {
    page.evaluate("address => { location.hash = '#/' + address; }", address);
    assertThat(page.locator("#view-title")).isVisible(soon());
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
  }

  private static LocatorAssertions.ContainsTextOptions soonText() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON_MILLIS);
  }
}
