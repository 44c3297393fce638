package io.quantedge.telemetry.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quantedge.localstack.testing.Chromium;
import io.quantedge.telemetry.fixture.EventFeed;
import io.quantedge.telemetry.fixture.RandomExchange;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * The page in a real browser, reached through a connection that can be cut. Keeps what the browser
 * complains of. Where no browser is installed, the test is skipped and says so. Not thread-safe.
 */
final class LiveBrowser implements AutoCloseable {
  /** How long something may take to appear. */
  static final double SOON_MILLIS = 20_000;

  /**
   * What other tests told is further in the past, and of two feeds the higher seed is the newer.
   */
  private static final Duration AFTER_ALL_OTHERS = Duration.ofMinutes(10);

  private static final Path PICTURES = Path.of("target/live-page");

  private final Chromium chromium;
  private final CuttableProxy service;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param port where the service listens
   */
  LiveBrowser(int port) {
    Optional<Path> executable = Chromium.find();
    assumeTrue(
        executable.isPresent(),
        "no Chromium is installed (apt-get install chromium, or set CHROMIUM): page not tested");
    chromium = executable.map(Chromium::new).orElseThrow();
    service = new CuttableProxy(port);
  }

  /** A new tab that shows nothing yet, so that answers can be arranged before the page asks. */
  Page tab(int width, ColorScheme scheme) {
    BrowserContext context =
        chromium
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
    return page;
  }

  /** Shows a view in a tab, and waits until the page is live. */
  void go(Page page, String view) {
    page.navigate(service.address() + "/#/" + view);
    assertThat(page.locator(".pill.live")).isVisible(soon());
  }

  /** A view in a new tab. */
  Page open(String view, int width, ColorScheme scheme) {
    Page page = tab(width, scheme);
    go(page, view);
    return page;
  }

  Page open(String view) {
    return open(view, 1440, ColorScheme.LIGHT);
  }

  CuttableProxy service() {
    return service;
  }

  /** Errors and warnings of the console, and exceptions that nobody caught. */
  List<String> complaints() {
    return complaints;
  }

  static LocatorAssertions.IsVisibleOptions soon() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(SOON_MILLIS);
  }

  /** Waits until a figure shows a count that may still be growing. */
  static void sees(Locator figure, LongSupplier count) {
    // The browser's driver is used by one thread alone.
    Awaitility.await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            Assertions.assertThat(figure.textContent())
                .isEqualTo("%,d".formatted(count.getAsLong())));
  }

  /** Waits until a figure shows something else than it did. */
  static void changes(Locator figure, long before) {
    assertThat(figure)
        .not()
        .hasText(
            "%,d".formatted(before),
            new LocatorAssertions.HasTextOptions().setTimeout(SOON_MILLIS));
  }

  /** Leaves a picture of the whole page in {@code target/live-page}. */
  static void picture(Page page, String name, int width, ColorScheme scheme) {
    String file = "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
  }

  /** Makes up a few slots from a seed and says all that happens to them. */
  static void feed(long seed, int slots) {
    Instant start = Instant.now().plus(AFTER_ALL_OTHERS).plusSeconds(60 * (seed % 100));
    RandomExchange exchange = new RandomExchange(seed, start);
    try (EventFeed feed = new EventFeed()) {
      for (int i = 0; i < slots; i++) {
        feed.send(exchange.slot("page-%d-%03d".formatted(seed, i)).events());
      }
    }
  }

  @Override
  public void close() {
    chromium.close();
    service.close();
  }
}
