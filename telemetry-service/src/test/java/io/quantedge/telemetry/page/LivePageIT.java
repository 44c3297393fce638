package io.quantedge.telemetry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.quantedge.telemetry.page.LiveBrowser.changes;
import static io.quantedge.telemetry.page.LiveBrowser.feed;
import static io.quantedge.telemetry.page.LiveBrowser.picture;
import static io.quantedge.telemetry.page.LiveBrowser.sees;
import static io.quantedge.telemetry.page.LiveBrowser.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds for the page as a whole, in a real browser: it lives, tells when not, and is usable.
 */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class LivePageIT {
  private static final List<String> VIEWS =
      List.of(
          "Overview",
          "Traffic",
          "Auctions",
          "Settlements and ledger",
          "Conflicts",
          "Reliability",
          "Simulator");

  @Inject TelemetryState state;

  private LiveBrowser browser;

  @BeforeEach
  void start() {
    browser = new LiveBrowser(RestAssured.port);
  }

  @AfterEach
  void stop() {
    browser.close();
  }

  @Test
  void theNumbersChangeWithoutReloadAndWithoutAnyComplaint() {
    Page page = browser.open("overview");
    page.evaluate("() => { document.body.dataset.sameDocument = 'yes'; }");
    if (state.totals().bids().received() == 0) {
      assertThat(page.getByText("Nothing has been traded yet")).isVisible();
      picture(page, "empty", 1440, ColorScheme.LIGHT);
    }
    sees(page.locator("#bids-received"), () -> state.totals().bids().received());
    long before = state.totals().bids().received();

    feed(61, 20);

    changes(page.locator("#bids-received"), before);
    sees(page.locator("#settlements-settled"), () -> state.totals().settled());
    sees(page.locator("#bids-received"), () -> state.totals().bids().received());
    sees(page.locator("#conflicts-on-the-way"), () -> state.totals().conflicts().conflicts());
    page.locator("nav").getByText("Traffic").click();
    page.getByText("Show all").click();
    assertThat(page.locator(".slots tbody")).containsText("page-61");
    assertThat(page.evaluate("() => document.body.dataset.sameDocument")).isEqualTo("yes");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everyNumberSaysWhatItMeansToMouseAndKeyboard() {
    feed(62, 3);
    Page page = browser.open("conflicts", 1440, ColorScheme.DARK);

    page.locator("#conflicts-rate").hover();
    assertThat(page.locator("#tip")).containsText("resolved of");
    assertThat(page.locator("#tip")).containsText("measured · n =");
    page.keyboard().press("Escape");
    assertThat(page.locator("#tip")).isHidden();

    browser.go(page, "overview");
    page.locator("#bids-received").focus();
    assertThat(page.locator("#tip")).containsText("counted + duplicate + rejected");
    page.keyboard().press("Tab");
    assertThat(page.locator("#tip")).containsText("took part");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everyViewIsReachedByKeyboardAlone() {
    Page page = browser.open("");
    Locator heading = page.locator("#view-title");

    page.keyboard().press("Tab");
    assertThat(page.getByText("To the content")).isFocused();
    page.keyboard().press("Enter");
    assertThat(heading).isFocused();

    for (String view : VIEWS) {
      page.locator(".skip").focus();
      for (int tab = 0; tab <= VIEWS.indexOf(view); tab++) {
        page.keyboard().press("Tab");
      }
      page.keyboard().press("Enter");

      assertThat(heading).hasText(view);
      assertThat(page.locator("nav [aria-current=page]")).hasText(view);
      assertThat(page).hasTitle(view + " · Quant Edge Exchange");
      if (!view.equals("Overview")) {
        assertThat(heading).isFocused();
      }
    }
    page.goBack();
    assertThat(heading).hasText("Reliability");
  }

  @Test
  void anAddressLeadsToItsViewAndAWrongOneToTheFirst() {
    Page page = browser.open("conflicts");
    assertThat(page.locator("#view-title")).hasText("Conflicts");

    browser.go(page, "no-such-view");

    assertThat(page.locator("#view-title")).hasText("Overview");
    assertThat(page.url()).endsWith("#/overview");
  }

  @Test
  void aChartIsReadWithTheArrowKeys() {
    feed(60, 4);
    Page page = browser.open("overview");
    assertThat(page.locator("#chart-bids canvas")).isVisible(soon());
    Locator legend = page.locator("#chart-bids .u-legend");
    assertThat(legend).containsText("now");

    page.locator("#chart-bids").focus();
    page.keyboard().press("ArrowLeft");
    assertThat(legend).not().containsText("now");

    page.keyboard().press("Escape");
    assertThat(legend).containsText("now");
  }

  @Test
  void aLostConnectionIsToldAndComesBackByItself() {
    feed(63, 3);
    Page page = browser.open("overview");
    long before = state.totals().bids().received();

    browser.service().cut();
    assertThat(page.locator(".pill.lost")).isVisible(soon());
    assertThat(page.getByText("The live feed cannot be reached")).isVisible();
    picture(page, "reconnecting", 1440, ColorScheme.LIGHT);
    feed(64, 4);
    browser.service().mend();

    assertThat(page.locator(".pill.live")).isVisible(soon());
    changes(page.locator("#bids-received"), before);
    sees(page.locator("#bids-received"), () -> state.totals().bids().received());
  }

  @Test
  void anOpenConnectionThatHasGoneQuietIsCalledStaleInEveryView() {
    Page page = browser.open("overview");

    browser.service().silence();
    page.clock().fastForward(16_000);

    for (String view : List.of("Overview", "Traffic", "Conflicts")) {
      page.locator("nav").getByText(view).click();
      assertThat(page.locator(".pill.stale")).containsText("Stale since");
      assertThat(page.getByText("The service has gone quiet")).isVisible();
      picture(page, "stale-" + view, 1440, ColorScheme.LIGHT);
    }
    browser.service().mend();
    assertThat(page.locator(".pill.live")).isVisible(soon());
  }
}
