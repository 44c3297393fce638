package io.quantedge.settlement.domain;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of what happened to an account's balance in one currency, in order of time. Immutable.
 *
 * @param from what happened later than this is told, up to and including {@code to}
 * @param opening the balance as of {@code from}
 * @param closing the balance as of {@code to}, whatever the page shows
 */
public record Statement(
    AccountId accountId, Instant from, Instant to, Money opening, List<Line> lines, Money closing) {
  public Statement {
    lines = List.copyOf(lines);
  }

  /**
   * Adds up.
   *
   * @param carried the balance before the first entry
   * @throws ArithmeticException if a balance is beyond {@code NUMERIC(18,4)}
   */
  public static List<Line> lines(Money carried, List<BookedEntry> entries) {
    List<Line> lines = new ArrayList<>(entries.size());
    Money balance = carried;
    for (BookedEntry entry : entries) {
      balance = balance.plus(entry.amount());
      lines.add(new Line(entry, balance));
    }
    return lines;
  }

  /**
   * @param balance once the entry is booked
   */
  public record Line(BookedEntry entry, Money balance) {}
}
