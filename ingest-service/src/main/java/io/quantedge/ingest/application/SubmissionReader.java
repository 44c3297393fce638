package io.quantedge.ingest.application;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.slot.PricingRule;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.contracts.slot.SlotDefinition;
import io.quantedge.contracts.slot.SoftClose;
import io.quantedge.ingest.domain.Offer;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotProposal;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was sent into values of the domain, or refuses it with the name of the field, the
 * value that was found and what is expected there. Stateless.
 */
final class SubmissionReader {
  private static final String DEFAULT_INCREMENT = "0.01";
  private static final int MAX_QUOTED_LENGTH = 80;

  private SubmissionReader() {}

  static SlotId slotId(String text) {
    return required("slotId", text, SlotId::new);
  }

  static Offer offer(SlotId slotId, BidSubmission sent) {
    String currency = currency(sent.currency());
    return new Offer(
        optional("bidId", sent.bidId(), BidId::parse).orElseGet(BidId::fresh),
        slotId,
        required("accountId", sent.accountId(), AccountId::new),
        required("region", sent.region(), Region::new),
        required("amount", sent.amount(), text -> positive(Money.of(text, currency))),
        latencyMs(sent.latencyMs()),
        optional("qualityScore", sent.qualityScore(), SubmissionReader::quality)
            .orElse(QualityScore.FULL));
  }

  /**
   * @param now the default of {@code opensAt}
   */
  static SlotProposal proposal(SlotId slotId, SlotSubmission sent, Instant now) {
    String currency = currency(sent.currency());
    AccountId publisher = required("publisherId", sent.publisherId(), AccountId::new);
    String name = required("name", sent.name(), SubmissionReader::name);
    Money floor = required("floor", sent.floor(), text -> positive(Money.of(text, currency)));
    String increment = Optional.ofNullable(sent.increment()).orElse(DEFAULT_INCREMENT);
    Money step = required("increment", increment, text -> notNegative(Money.of(text, currency)));
    PricingRule pricing =
        optional("pricing", sent.pricing(), text -> oneOf(PricingRule.values(), text))
            .orElse(PricingRule.SECOND_PRICE);
    RankingRule ranking =
        optional("ranking", sent.ranking(), text -> oneOf(RankingRule.values(), text))
            .orElse(RankingRule.PRICE);
    Instant closesAt = required("closesAt", sent.closesAt(), SubmissionReader::instant);
    Optional<Instant> given = optional("opensAt", sent.opensAt(), SubmissionReader::instant);
    Instant opensAt = given.orElseGet(() -> now.isBefore(closesAt) ? now : closesAt.minusMillis(1));
    if (!closesAt.isAfter(opensAt)) {
      throw invalid("closesAt", "must be after opensAt (" + opensAt + "); it was " + closesAt);
    }
    Optional<SoftClose> softClose =
        Optional.ofNullable(sent.softClose()).map(SubmissionReader::softClose);
    SlotDefinition definition =
        new SlotDefinition(
            slotId, publisher, name, floor, step, pricing, ranking, opensAt, closesAt, softClose);
    return new SlotProposal(definition, given.isPresent());
  }

  private static SoftClose softClose(SlotSubmission.SoftCloseTerms sent) {
    long window = millis("softClose.windowMillis", sent.windowMillis());
    long extension = millis("softClose.extensionMillis", sent.extensionMillis());
    long maximum = millis("softClose.maximumMillis", sent.maximumMillis());
    try {
      return new SoftClose(window, extension, maximum);
    } catch (IllegalArgumentException e) {
      throw invalid("softClose", String.valueOf(e.getMessage()));
    }
  }

  private static long millis(String field, @Nullable Long sent) {
    if (sent == null) {
      throw invalid(field, "is required");
    }
    return sent;
  }

  private static String currency(@Nullable String sent) {
    return required("currency", sent, text -> Money.ofUnits(0, text).currency());
  }

  private static int latencyMs(@Nullable Integer sent) {
    int latencyMs = sent == null ? 0 : sent;
    if (latencyMs < 0 || latencyMs > Bid.MAX_LATENCY_MS) {
      throw invalid("latencyMs", "must be 0 to " + Bid.MAX_LATENCY_MS + "; it was " + latencyMs);
    }
    return latencyMs;
  }

  private static QualityScore quality(String text) {
    if (text.length() > 32) {
      throw new IllegalArgumentException("must have at most 4 decimals");
    }
    try {
      return QualityScore.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "must be a number above 0 and at most 1; it was '" + text + "'", e);
    }
  }

  private static Money positive(Money money) {
    if (!money.isPositive()) {
      throw new IllegalArgumentException("must be above zero; it was " + money.amount());
    }
    return money;
  }

  private static Money notNegative(Money money) {
    if (money.units() < 0) {
      throw new IllegalArgumentException("must be zero or more; it was " + money.amount());
    }
    return money;
  }

  private static String name(String text) {
    if (text.isBlank() || text.length() > SlotDefinition.MAX_NAME_LENGTH) {
      throw new IllegalArgumentException(
          "must have 1 to "
              + SlotDefinition.MAX_NAME_LENGTH
              + " characters; it had "
              + text.length());
    }
    return text;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be an ISO-8601 instant such as 2026-01-31T12:00:00Z; it was " + quoted(text), e);
    }
  }

  private static <E extends Enum<E>> E oneOf(E[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be one of " + Arrays.toString(values) + "; it was " + quoted(text)));
  }

  private static <T> T required(String field, @Nullable String sent, Function<String, T> read) {
    return optional(field, sent, read).orElseThrow(() -> invalid(field, "is required"));
  }

  private static <T> Optional<T> optional(
      String field, @Nullable String sent, Function<String, T> read) {
    if (sent == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(sent));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw invalid(field, String.valueOf(e.getMessage()));
    }
  }

  private static String quoted(String text) {
    return "'"
        + (text.length() <= MAX_QUOTED_LENGTH ? text : text.substring(0, MAX_QUOTED_LENGTH) + "…")
        + "'";
  }

  private static RefusedException invalid(String field, String problem) {
    return new RefusedException(new Refusal.InvalidRequest(field, problem));
  }
}
