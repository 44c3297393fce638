package io.quantedge.simulator.csv;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.simulator.domain.scenario.RecordedBid;
import io.quantedge.simulator.domain.scenario.ReplayScenario;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;

/** One line of the file, judged column by column. */
record Row(CSVRecord values, long line) {
  static final List<String> REQUIRED =
      List.of("auction_id", "bid", "bid_time_days", "bidder", "opening_bid");

  private static final String FINAL_PRICE = "final_price";
  private static final String ITEM = "item";
  private static final String ANY_CURRENCY = "USD";

  /** As long as a run's name can be. */
  private static final String LONGEST_RUN_ID = "x".repeat(12);

  private static final int MAX_NUMBER_LENGTH = 32;

  /**
   * @throws IllegalArgumentException with the reason if a value is bad
   */
  RecordedBid toBid() {
    if (!values.isConsistent()) {
      throw new IllegalArgumentException(
          "it has %d values, the first line has %d"
              .formatted(values.size(), values.getParser().getHeaderNames().size()));
    }
    return new RecordedBid(
        line,
        auctionId(),
        positive("bid"),
        time(),
        bidder(),
        money("opening_bid"),
        finalPrice(),
        values.isMapped(ITEM) ? values.get(ITEM) : "");
  }

  private String auctionId() {
    String id = values.get("auction_id");
    try {
      SlotId unused = new SlotId(ReplayScenario.slotId(LONGEST_RUN_ID, required("auction_id")));
      return id;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "auction_id must be 1 to 44 letters, digits, '.', '_' or '-'; it was '" + id + "'", e);
    }
  }

  private String bidder() {
    String bidder = required("bidder");
    try {
      return new AccountId(bidder).value();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "bidder must be 1 to 64 letters, digits, '.', '_' or '-'; it was '" + bidder + "'", e);
    }
  }

  private BigDecimal time() {
    String text = required("bid_time_days");
    if (text.length() <= MAX_NUMBER_LENGTH) {
      try {
        BigDecimal time = new BigDecimal(text);
        if (time.signum() >= 0) {
          return time;
        }
      } catch (NumberFormatException e) {
        // Told below, like a negative time.
      }
    }
    throw new IllegalArgumentException(
        "bid_time_days must be a number of days, zero or more; it was '" + text + "'");
  }

  private OptionalLong finalPrice() {
    return values.isMapped(FINAL_PRICE) && !values.get(FINAL_PRICE).isEmpty()
        ? OptionalLong.of(positive(FINAL_PRICE))
        : OptionalLong.empty();
  }

  private long positive(String column) {
    long units = money(column);
    if (units <= 0) {
      throw new IllegalArgumentException(
          column + " must be above zero; it was '" + values.get(column) + "'");
    }
    return units;
  }

  private long money(String column) {
    String text = required(column);
    try {
      return Money.of(text, ANY_CURRENCY).units();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(column + " is no amount: " + e.getMessage(), e);
    }
  }

  private String required(String column) {
    String text = values.get(column);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(column + " is empty");
    }
    return text;
  }
}
