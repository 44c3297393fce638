package io.quantedge.settlement.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private Instant now = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  void whatIsSavedCanBeSpentAndNoMore() {
    RetryBudget budget = new RetryBudget(0, 0, 3, clock());

    assertThat(spent(budget)).isEqualTo(3);
    assertThat(budget.takeRetry()).isFalse();
  }

  @Test
  void operationsEarnTheirShare() {
    RetryBudget budget = new RetryBudget(20, 0, 10, clock());
    spent(budget);

    for (int i = 0; i < 10; i++) {
      budget.operationBegun();
    }

    assertThat(spent(budget)).as("a fifth of ten operations").isEqualTo(2);
  }

  @Test
  void timeEarnsUpToTheLimit() {
    RetryBudget budget = new RetryBudget(0, 10, 25, clock());
    spent(budget);

    now = now.plusMillis(450);
    assertThat(spent(budget)).isEqualTo(4);
    now = now.plusMillis(50);
    assertThat(spent(budget)).as("the half that was left over counts").isEqualTo(1);
    now = now.plus(Duration.ofDays(400));
    assertThat(spent(budget)).isEqualTo(25);
  }

  @Test
  void aClockThatIsSetBackEarnsNothing() {
    RetryBudget budget = new RetryBudget(0, 10, 25, clock());
    spent(budget);

    now = now.minusSeconds(3_600);
    assertThat(budget.available()).isZero();
    now = now.plusSeconds(1);
    assertThat(budget.available()).isEqualTo(10);
  }

  @Test
  void aBudgetThatCannotWorkIsRefused() {
    assertThatThrownBy(() -> new RetryBudget(-1, 0, 1, clock()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1%");
    assertThatThrownBy(() -> new RetryBudget(0, 0, 0, clock()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int spent(RetryBudget budget) {
    int count = 0;
    while (budget.takeRetry()) {
      count++;
    }
    return count;
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
