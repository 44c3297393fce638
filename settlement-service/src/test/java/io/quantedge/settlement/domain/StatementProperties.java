package io.quantedge.settlement.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.money.Money;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementProperties {
  private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {4, 20260305, 777})
  void howeverItIsCutIntoPagesTheBalancesAreTheSame(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 1_000; run++) {
      String description = "seed " + seed + " run " + run;
      Money opening = usd(random.nextLong(2_000_000) - 1_000_000);
      List<BookedEntry> entries = randomEntries(random);

      List<Statement.Line> whole = Statement.lines(opening, entries);
      int cut = random.nextInt(entries.size() + 1);
      List<Statement.Line> pages =
          new ArrayList<>(Statement.lines(opening, entries.subList(0, cut)));
      Money carried = pages.isEmpty() ? opening : pages.getLast().balance();
      pages.addAll(Statement.lines(carried, entries.subList(cut, entries.size())));

      assertThat(pages).as(description).isEqualTo(whole);
      assertThat(whole).extracting(Statement.Line::entry).isEqualTo(entries);
      BigInteger sum =
          entries.stream()
              .map(entry -> BigInteger.valueOf(entry.amount().units()))
              .reduce(BigInteger.valueOf(opening.units()), BigInteger::add);
      Money closing = whole.isEmpty() ? opening : whole.getLast().balance();
      assertThat(BigInteger.valueOf(closing.units())).as(description).isEqualTo(sum);
    }
  }

  @Test
  void aBalanceBeyondTheStoresRangeIsRefusedAndNotWrapped() {
    assertThatThrownBy(() -> Statement.lines(usd(Money.MAX_UNITS), List.of(entry(usd(1)))))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("NUMERIC(18,4)");
  }

  @Test
  void anEntryInAnotherCurrencyHasNoPlaceOnIt() {
    assertThatThrownBy(() -> Statement.lines(usd(0), List.of(entry(Money.of("1", "EUR")))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<BookedEntry> randomEntries(RandomGenerator random) {
    List<BookedEntry> entries = new ArrayList<>();
    int count = random.nextInt(12);
    for (int i = 0; i < count; i++) {
      entries.add(entry(usd(random.nextLong(200_000_000_000L) - 100_000_000_000L)));
    }
    return entries;
  }

  private static BookedEntry entry(Money amount) {
    return new BookedEntry(
        new AccountId("buyer-1"),
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        EntryKind.SALE_DEBIT,
        amount,
        Optional.empty(),
        AT);
  }

  private static Money usd(long units) {
    return Money.ofUnits(units, "USD");
  }
}
