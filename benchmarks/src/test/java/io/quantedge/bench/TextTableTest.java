package io.quantedge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void aTableIsMarkdownWithFiguresToTheRight() {
    TextTable table = new TextTable("variant", "rate").row("group", "1,234").row("one by one", "9");
    assertThat(table)
        .hasToString(
            """
            | variant    |  rate |
            |------------|------:|
            | group      | 1,234 |
            | one by one |     9 |\
            """);
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TextTable("a", "b").row("only one"));
  }
}
