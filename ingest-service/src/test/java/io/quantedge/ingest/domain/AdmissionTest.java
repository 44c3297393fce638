package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.ingest.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private final Admission admission =
      new Admission(List.of(new Region("eu-west-1"), new Region("us-east-1")));
  private final KnownSlot slot = KnownSlot.opened(Samples.slot("s"), new LogPosition(0, 1));
  private final Bid bid = Samples.bid("s", new UUID(1, 2), "1.0000");

  @Test
  void shouldAdmitABidAtTheFloor() {
    assertThat(admission.refusal(slot, bid)).isEmpty();
  }

  @Test
  void shouldAdmitABidAtTheVeryOpeningAndAtTheVeryClosing() {
    assertThat(admission.refusal(slot, at(Samples.OPENS_AT))).isEmpty();
    assertThat(admission.refusal(slot, at(Samples.CLOSES_AT))).isEmpty();
  }

  @Test
  void shouldRefuseABidBeforeTheOpening() {
    assertThat(admission.refusal(slot, at(Samples.OPENS_AT.minusNanos(1_000))))
        .contains(new Refusal.SlotNotOpenYet(slot.slotId(), Samples.OPENS_AT));
  }

  @Test
  void shouldRefuseABidAfterTheClosingTimeEvenWithoutAMarker() {
    assertThat(admission.refusal(slot, at(Samples.CLOSES_AT.plusNanos(1_000))))
        .contains(new Refusal.SlotClosed(slot.slotId(), Samples.CLOSES_AT));
  }

  @Test
  void shouldAdmitABidUntilTheLatestThatAnExtendedAuctionCanBeOpen() {
    SlotDefinition soft = Samples.softClosing("s", new SoftClose(10_000, 15_000, 40_000));
    KnownSlot extended = KnownSlot.opened(soft, new LogPosition(0, 1));
    Instant latest = Samples.CLOSES_AT.plusSeconds(40);

    assertThat(admission.refusal(extended, at(latest))).isEmpty();
    assertThat(admission.refusal(extended, at(latest.plusNanos(1_000))))
        .contains(new Refusal.SlotClosed(slot.slotId(), latest));
    assertThat(admission.refusal(extended.closed(), bid))
        .contains(new Refusal.SlotClosed(slot.slotId(), latest));
  }

  @Test
  void shouldRefuseABidBehindAMarkerEvenBeforeTheClosingTime() {
    assertThat(admission.refusal(slot.closed(), bid))
        .contains(new Refusal.SlotClosed(slot.slotId(), Samples.CLOSES_AT));
  }

  @Test
  void shouldRefuseABidBelowTheFloor() {
    Money price = Money.of("0.9999", "USD");

    assertThat(admission.refusal(slot, Samples.bid("s", new UUID(1, 2), "0.9999")))
        .contains(new Refusal.BelowFloor(price, Money.of("1", "USD")));
  }

  @Test
  void shouldRefuseAnotherCurrencyBeforeItComparesAmounts() {
    Bid inEuro = with(bid.accountId(), bid.region(), Money.of("0.5", "EUR"));

    assertThat(admission.refusal(slot, inEuro)).contains(new Refusal.WrongCurrency("EUR", "USD"));
  }

  @Test
  void shouldRefuseThePublishersOwnBid() {
    Bid own = with(new AccountId("pub-1"), bid.region(), bid.price());

    assertThat(admission.refusal(slot, own))
        .contains(new Refusal.OwnSlot(new AccountId("pub-1"), slot.slotId()));
  }

  @Test
  void shouldRefuseARegionThatDoesNotTrade() {
    Bid elsewhere = with(bid.accountId(), new Region("eu-north-1"), bid.price());

    assertThat(admission.refusal(slot, elsewhere))
        .get()
        .extracting(Refusal::code)
        .isEqualTo("UNKNOWN_REGION");
  }

  private Bid at(Instant acceptedAt) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        bid.accountId(),
        bid.region(),
        bid.price(),
        bid.latencyMs(),
        bid.qualityScore(),
        acceptedAt);
  }

  private Bid with(AccountId accountId, Region region, Money price) {
    return new Bid(
        bid.bidId(),
        bid.slotId(),
        accountId,
        region,
        price,
        0,
        bid.qualityScore(),
        bid.acceptedAt());
  }
}
