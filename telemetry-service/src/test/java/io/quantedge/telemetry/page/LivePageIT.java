package io.quantedge.telemetry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quantedge.localstack.testing.Chromium;
import io.quantedge.localstack.testing.KafkaResource;
import io.quantedge.telemetry.application.TelemetryState;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import io.quantedge.telemetry.fixture.RandomExchange.SlotStory;
import io.quantedge.telemetry.fixture.TruthStoreResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page in a real browser. Pictures of what it saw are left in target/live-page. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TruthStoreResource.class)
class LivePageIT {
  private static final Path PICTURES = Path.of("target/live-page");
  private static final double SOON_MILLIS = 20_000;

  @Inject TelemetryState state;

  private final List<String> complaints = new ArrayList<>();
  private Optional<Chromium> chromium = Optional.empty();
  private CuttableProxy service = new CuttableProxy(1);

  @BeforeEach
  void open() {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(),
        "no Chromium is installed (apt-get install chromium, or set CHROMIUM): page not tested");
    chromium = executable.map(Chromium::new);
    service.close();
    service = new CuttableProxy(RestAssured.port);
  }

  @AfterEach
  void close() {
    chromium.ifPresent(Chromium::close);
    service.close();
  }

  private Page page(int width, ColorScheme scheme) {
    BrowserContext context =
        chromium
            .orElseThrow()
            .browser()
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    Page page = context.newPage();
    page.clock().install();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.navigate(service.address() + "/");
    assertThat(page.locator(".pill.live")).isVisible(soon());
    return page;
  }

  private static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
  }

  private static void sees(Locator figure, long value) {
    assertThat(figure)
        .hasText(
            "%,d".formatted(value), new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
  }

  private void send(long seed, int slots) {
    RandomExchange exchange = new RandomExchange(seed, Instant.now().plusSeconds(5));
    try (EventFeed feed = new EventFeed()) {
      for (int i = 0; i < slots; i++) {
        SlotStory story = exchange.slot("page-%d-%03d".formatted(seed, i));
        feed.send(story.events());
      }
    }
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Test
  void theNumbersChangeWithoutReloadAndWithoutAnyComplaint() {
    Page page = page(1440, ColorScheme.LIGHT);
    page.evaluate("() => { document.body.dataset.sameDocument = 'yes'; }");
    if (state.totals().bids().received() == 0) {
      assertThat(page.getByText("Nothing has been traded yet")).isVisible();
      picture(page, "empty-1440-light");
    }
    sees(page.locator("#bids-received"), state.totals().bids().received());
    long before = state.totals().bids().received();

    send(61, 20);

    assertThat(page.locator("#bids-received"))
        .not()
        .hasText(
            "%,d".formatted(before),
            new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    sees(page.locator("#settlements-settled"), state.totals().settled());
    sees(page.locator("#bids-received"), state.totals().bids().received());
    sees(page.locator("#conflicts-count"), state.totals().conflicts().conflicts());
    page.getByText("Show all").click();
    assertThat(page.locator(".slots tbody")).containsText("page-61");
    assertThat(page.locator(".timelines li").first()).isVisible();
    assertThat(page.evaluate("() => document.body.dataset.sameDocument")).isEqualTo("yes");
    assertThat(complaints).isEmpty();
  }

  @Test
  void everyNumberSaysWhatItMeansToMouseAndKeyboard() {
    send(62, 3);
    Page page = page(1440, ColorScheme.DARK);

    page.locator("#conflicts-rate").hover();
    assertThat(page.locator("#tip")).containsText("resolved of");
    assertThat(page.locator("#tip")).containsText("measured · n =");
    page.keyboard().press("Escape");
    assertThat(page.locator("#tip")).isHidden();

    page.locator("#bids-received").focus();
    assertThat(page.locator("#tip")).containsText("counted + duplicate + rejected");
    page.keyboard().press("Tab");
    assertThat(page.locator("#tip")).containsText("took part");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aLostConnectionIsToldAndComesBackByItself() {
    send(63, 3);
    Page page = page(1440, ColorScheme.LIGHT);
    long before = state.totals().bids().received();

    service.cut();
    assertThat(page.locator(".pill.lost")).isVisible(soon());
    assertThat(page.getByText("The live feed cannot be reached")).isVisible();
    picture(page, "reconnecting-1440-light");
    send(64, 4);
    service.mend();

    assertThat(page.locator(".pill.live")).isVisible(soon());
    assertThat(page.locator("#bids-received"))
        .not()
        .hasText(
            "%,d".formatted(before),
            new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
    sees(page.locator("#bids-received"), state.totals().bids().received());
  }

  @Test
  void anOpenConnectionThatHasGoneQuietIsCalledStale() {
    Page page = page(1440, ColorScheme.LIGHT);

    service.silence();
    page.clock().fastForward(16_000);

    assertThat(page.locator(".pill.stale")).containsText("Stale since");
    assertThat(page.getByText("The service has gone quiet")).isVisible();
    picture(page, "stale-1440-light");
    service.mend();
    assertThat(page.locator(".pill.live")).isVisible(soon());
  }

  @Test
  void itIsReadableOnAPhoneAndInTheDark() {
    send(65, 12);
    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {390, 1440}) {
        Page page = page(width, scheme);
        send(66 + width + scheme.ordinal(), 6);
        assertThat(page.locator(".timelines li").first()).isVisible(soon());
        assertThat(page.locator("#chart-bids canvas")).isVisible(soon());
        assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
            .as("no sideways scrolling at %d px", width)
            .isEqualTo(width);
        page.locator("#conflicts-rate").hover();
        picture(page, "full-%d-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT)));
        page.context().close();
      }
    }
    assertThat(complaints).isEmpty();
  }
}
