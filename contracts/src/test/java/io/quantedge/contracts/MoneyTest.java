package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quantedge.contracts.json.Json;
import io.quantedge.contracts.money.Money;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource({
    "5.4, 54000",
    "5.4000, 54000",
    "0.0001, 1",
    "-1, -10000",
    "1E3, 10000000",
    "99999999999999.9999, 999999999999999999"
  })
  void readsDecimalTextExactly(String text, long units) {
    assertThat(Money.of(text, "USD").units()).isEqualTo(units);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"5.40001", "100000000000000", "", "five", "1e99999999", "NaN", "0x10", "1E-99999"})
  void refusesWhatItCannotHoldExactly(String text) {
    assertThatThrownBy(() -> Money.of(text, "USD"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("amount must be a decimal number");
  }

  @Test
  void refusesACurrencyThatIsNone() {
    assertThatThrownBy(() -> Money.of("1", "DOLLARS"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DOLLARS");
  }

  @Test
  void refusesSumsBeyondTheColumnAndSumsOfTwoCurrencies() {
    Money most = Money.ofUnits(Money.MAX_UNITS, "USD");
    assertThatThrownBy(() -> most.plus(Money.of("0.0001", "USD")))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> most.minus(Money.of("1", "EUR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two currencies");
  }

  @Test
  void isAStringWithFourDecimalsInJson() throws JsonProcessingException {
    assertThat(Json.mapper().writeValueAsString(Money.of("5.4", "USD")))
        .isEqualTo("{\"amount\":\"5.4000\",\"currency\":\"USD\"}");
  }

  @Test
  void isReadFromJsonStringsAndNumbersWithoutAFloatInBetween() throws JsonProcessingException {
    // 0.1 + 0.2 as doubles would show here; so would 14 digits with 4 decimals.
    for (String amount : new String[] {"0.3000", "99999999999999.9999"}) {
      Money quoted =
          Json.mapper()
              .readValue("{\"amount\":\"" + amount + "\",\"currency\":\"USD\"}", Money.class);
      Money bare =
          Json.mapper().readValue("{\"amount\":" + amount + ",\"currency\":\"USD\"}", Money.class);
      assertThat(bare).isEqualTo(quoted);
      assertThat(bare.amount()).isEqualTo(amount);
    }
  }

  @Test
  void isNotReadFromJsonWithoutItsCurrency() {
    assertThatThrownBy(() -> Json.mapper().readValue("{\"amount\":\"1\"}", Money.class))
        .isInstanceOf(JsonMappingException.class);
  }

  @Test
  void goesToSqlAndBack() {
    Money money = Money.of("-0.0001", "EUR");
    assertThat(money.toDecimal()).isEqualTo(new BigDecimal("-0.0001"));
    assertThat(Money.ofDecimal(money.toDecimal(), "EUR")).isEqualTo(money);
  }
}
