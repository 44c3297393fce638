package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each viewer in each state; the columns are what it sees of a bid by {@code bidder}. */
class DisclosureTest {
  private static final AccountId PUBLISHER = new AccountId("publisher");
  private static final AccountId BIDDER = new AccountId("bidder");

  @ParameterizedTest
  @CsvSource({
    // viewer, closed, won: place, account, content, verdict, price
    "anonymous, false, false, false, false, false, false, false",
    "operator,  false, false, false, false, false, false, false",
    "other,     false, false, false, false, false, false, false",
    "publisher, false, false, false, false, false, false, false",
    "bidder,    false, false, true,  true,  true,  true,  true",
    "anonymous, true,  false, true,  false, false, false, false",
    "anonymous, true,  true,  true,  false, false, false, false",
    "other,     true,  false, true,  false, false, false, false",
    "other,     true,  true,  true,  false, false, false, false",
    "publisher, true,  false, true,  false, false, false, false",
    "publisher, true,  true,  true,  true,  false, true,  true",
    "bidder,    true,  false, true,  true,  true,  true,  true",
    "bidder,    true,  true,  true,  true,  true,  true,  true",
    "operator,  true,  false, true,  true,  true,  true,  true",
    "operator,  true,  true,  true,  true,  true,  true,  true"
  })
  void shouldShowEachViewerWhatItMaySee(
      String viewer,
      boolean closed,
      boolean won,
      boolean place,
      boolean account,
      boolean content,
      boolean verdict,
      boolean price) {
    assertThat(Disclosure.of(viewer(viewer), PUBLISHER, closed, BIDDER, won))
        .isEqualTo(new Disclosure(place, account, content, verdict, price));
  }

  /** An operator who showed its hand before the close could be asked by any bidder. */
  @Test
  void shouldNeverShowAnothersAmountBeforeTheClose() {
    for (String viewer : new String[] {"anonymous", "operator", "other", "publisher"}) {
      for (boolean won : new boolean[] {true, false}) {
        Disclosure shown = Disclosure.of(viewer(viewer), PUBLISHER, false, BIDDER, won);
        assertThat(shown.content() || shown.account()).as(viewer).isFalse();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "anonymous, false, false",
    "anonymous, true, false",
    "other, false, false",
    "other, true, false",
    "publisher, true, false",
    "bidder, false, true",
    "bidder, true, true",
    "operator, false, false",
    "operator, true, true"
  })
  void shouldSayWhoMayAskWhichBidsAreAnAccounts(String viewer, boolean closed, boolean may) {
    assertThat(Disclosure.mayAskFor(viewer(viewer), BIDDER, closed)).isEqualTo(may);
  }

  private static Viewer viewer(String name) {
    return switch (name) {
      case "anonymous" -> new Viewer.Anonymous();
      case "operator" -> new Viewer.Operator();
      default -> new Viewer.Account(new AccountId(name));
    };
  }
}
