package io.quantedge.ingest.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.domain.Refusal.InvalidRequest;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotProposal;
import io.quantedge.ingest.testing.Samples;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionReaderTest {
  private static final SlotId SLOT = new SlotId("s");

  @ParameterizedTest
  @CsvSource({
    "5.4, 5.4000",
    "5.4000, 5.4000",
    "0.0001, 0.0001",
    "1e2, 100.0000",
    "99999999999999.9999, 99999999999999.9999"
  })
  void shouldReadAmountsExactly(String sent, String expected) {
    assertThat(offer(sent).price().amount()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0000",
        "-1",
        "0.00001",
        "5.40001",
        "100000000000000",
        "1e30",
        "1e999999999",
        "NaN",
        "Infinity",
        "five",
        "",
        " 5",
        "0x10",
        "5,40",
        "\u0665",
        "5\u0660",
        "1e400",
        "0.0000000000000000000000000000000000000001"
      })
  void shouldRefuseAmountsThatAreNoPrice(String sent) {
    assertThatThrownBy(() -> offer(sent))
        .isInstanceOfSatisfying(
            RefusedException.class, e -> assertThat(e.refusal()).isInstanceOf(InvalidRequest.class))
        .hasMessageContaining("amount");
    assertThat(fieldOf(() -> offer(sent))).isEqualTo("amount");
  }

  @Test
  void shouldNameTheFieldThatIsMissing() {
    assertThat(fieldOf(() -> read(null, "eu-west-1", "5", "USD", 0, null))).isEqualTo("accountId");
    assertThat(fieldOf(() -> read("a", null, "5", "USD", 0, null))).isEqualTo("region");
    assertThat(fieldOf(() -> read("a", "eu-west-1", null, "USD", 0, null))).isEqualTo("amount");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", null, 0, null))).isEqualTo("currency");
  }

  @Test
  void shouldNameTheFieldThatIsWrong() {
    assertThat(fieldOf(() -> SubmissionReader.slotId("a b"))).isEqualTo("slotId");
    assertThat(fieldOf(() -> read("a", "Mars", "5", "USD", 0, null))).isEqualTo("region");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", "XXY", 0, null))).isEqualTo("currency");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", "USD", -1, null))).isEqualTo("latencyMs");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", "USD", 0, "0"))).isEqualTo("qualityScore");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", "USD", 0, "x"))).isEqualTo("qualityScore");
    assertThat(fieldOf(() -> read("a", "eu-west-1", "5", "USD", 0, "0.00001")))
        .isEqualTo("qualityScore");
    BidSubmission shortId =
        new BidSubmission("s", "1-1-1-1-1", "a", "eu-west-1", "5", "USD", 0, null);
    assertThat(fieldOf(() -> SubmissionReader.offer(shortId))).isEqualTo("bidId");
  }

  @Test
  void shouldFillInWhatABidMayLeaveOut() {
    Offer offer = read("a", "eu-west-1", "5", "USD", null, null);

    assertThat(offer.latencyMs()).isZero();
    assertThat(offer.qualityScore()).isEqualTo(QualityScore.FULL);
  }

  @Test
  void shouldFillInWhatASlotMayLeaveOut() {
    SlotProposal proposal = proposal("1", null, null, Samples.CLOSES_AT.toString());

    assertThat(proposal.opensAtGiven()).isFalse();
    assertThat(proposal.definition().opensAt()).isEqualTo(Samples.OPENS_AT);
    assertThat(proposal.definition().increment().amount()).isEqualTo("0.0100");
    assertThat(proposal.definition().pricing()).hasToString("SECOND_PRICE");
    assertThat(proposal.definition().ranking()).hasToString("PRICE");
  }

  @Test
  void shouldNameTheFieldOfASlotThatIsWrong() {
    String closesAt = Samples.CLOSES_AT.toString();
    assertThat(fieldOf(() -> proposal("0", null, null, closesAt))).isEqualTo("floor");
    assertThat(fieldOf(() -> proposal("1", "-0.01", null, closesAt))).isEqualTo("increment");
    assertThat(fieldOf(() -> proposal("1", null, "tomorrow", closesAt))).isEqualTo("opensAt");
    assertThat(fieldOf(() -> proposal("1", null, null, "12:00"))).isEqualTo("closesAt");
    assertThat(fieldOf(() -> proposal("1", null, closesAt, closesAt))).isEqualTo("closesAt");
  }

  private static Offer offer(String amount) {
    return read("a", "eu-west-1", amount, "USD", 0, null);
  }

  private static Offer read(
      @Nullable String accountId,
      @Nullable String region,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable Integer latencyMs,
      @Nullable String quality) {
    return SubmissionReader.offer(
        new BidSubmission("s", null, accountId, region, amount, currency, latencyMs, quality));
  }

  private static SlotProposal proposal(
      String floor,
      @Nullable String increment,
      @Nullable String opensAt,
      @Nullable String closesAt) {
    return SubmissionReader.proposal(
        SLOT,
        new SlotSubmission("pub-1", "name", floor, "USD", null, null, increment, opensAt, closesAt),
        Samples.OPENS_AT);
  }

  private static String fieldOf(ThrowingCallable reading) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, reading);
    return ((InvalidRequest) refused.refusal()).field();
  }
}
