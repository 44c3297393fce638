package io.quantedge.evaluator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import io.quantedge.evaluator.domain.Disclosure.Audience;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DisclosureTest {
  static Stream<Viewer> everybody() {
    return Stream.of(
        new Viewer.Anonymous(),
        new Viewer.Operator(),
        account("stranger"),
        account("fourth-account"),
        account("losing-account"),
        account("winning-account"),
        account(Auctions.PUBLISHER.value()));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void nobodyIsShownAnythingWhileTheSlotIsOpen(Viewer viewer) {
    assertThat(Disclosure.of(ClosedSlots.open(), viewer)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void unsoldSlotHasNoCandidatesToShow(Viewer viewer) {
    Disclosure disclosure = Disclosure.of(ClosedSlots.unsold(), viewer).orElseThrow();

    assertThat(disclosure.win()).isEmpty();
    assertThat(disclosure.losses()).isEmpty();
  }

  @Test
  void publicAndAccountsThatAreNoCandidatesSeeNoCandidate() {
    assertThat(disclosedTo(new Viewer.Anonymous()))
        .isEqualTo(new Disclosure(Audience.PUBLIC, Optional.empty(), List.of()));
    for (String account : List.of("stranger", "fourth-account")) {
      assertThat(disclosedTo(account(account)))
          .isEqualTo(new Disclosure(Audience.BYSTANDER, Optional.empty(), List.of()));
    }
  }

  @Test
  void loserSeesItsOwnBidAndWhatItLackedAndNothingOfTheWinner() {
    Disclosure disclosure = disclosedTo(account("losing-account"));

    assertThat(disclosure.audience()).isEqualTo(Audience.LOSER);
    assertThat(disclosure.win()).isEmpty();
    assertThat(disclosure.losses())
        .singleElement()
        .satisfies(seen -> {
          assertThat(seen.bid()).isEqualTo(ClosedSlots.LOSING);
          assertThat(seen.clearingPrice()).isEmpty();
          assertThat(seen.loss().minToWin()).contains(Money.ofUnits(77_172, "USD"));
        });
  }

  @Test
  void winnerSeesItsOwnBidAndPriceAndNoLoser() {
    Disclosure disclosure = disclosedTo(account("winning-account"));

    assertThat(disclosure.audience()).isEqualTo(Audience.WINNER);
    assertThat(disclosure.losses()).isEmpty();
    Disclosure.SeenWin win = disclosure.win().orElseThrow();
    assertThat(win.bid().map(seen -> seen.candidate().bid())).contains(ClosedSlots.WINNING);
    assertThat(win.clearingPrice()).isEqualTo(Money.ofUnits(66_362, "USD"));
  }

  @Test
  void publisherSeesBuyerAndPriceAndNoBid() {
    Disclosure disclosure = disclosedTo(account(Auctions.PUBLISHER.value()));

    assertThat(disclosure)
        .isEqualTo(
            new Disclosure(
                Audience.PUBLISHER,
                Optional.of(
                    new Disclosure.SeenWin(
                        new AccountId("winning-account"),
                        Money.ofUnits(66_362, "USD"),
                        Optional.empty())),
                List.of()));
  }

  @Test
  void operatorSeesAllCandidatesWithTheirPrices() {
    Disclosure disclosure = disclosedTo(new Viewer.Operator());

    assertThat(disclosure.win().flatMap(Disclosure.SeenWin::bid)).isPresent();
    assertThat(disclosure.losses())
        .extracting(Disclosure.SeenLoss::bid)
        .containsExactly(ClosedSlots.LOSING, ClosedSlots.THIRD);
    assertThat(disclosure.losses())
        .allSatisfy(seen -> assertThat(seen.clearingPrice()).isPresent());
  }

  private static Disclosure disclosedTo(Viewer viewer) {
    return Disclosure.of(ClosedSlots.awarded(), viewer).orElseThrow();
  }

  private static Viewer account(String name) {
    return new Viewer.Account(new AccountId(name));
  }
}
