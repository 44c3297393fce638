package io.quantedge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @Test
  void argumentsAreReadByNameAndHaveDefaults() {
    Arguments arguments =
        Arguments.of(List.of("rounds=7", "workers=2,50", "json=/tmp/a=b.json", "direct-only=true"));
    assertThat(arguments.number("rounds", 3)).isEqualTo(7);
    assertThat(arguments.number("absent", 3)).isEqualTo(3);
    assertThat(arguments.numbers("workers", List.of(1))).containsExactly(2, 50);
    assertThat(arguments.path("json")).contains(Path.of("/tmp/a=b.json"));
    assertThat(arguments.path("plot")).isEmpty();
    assertThat(arguments.flag("direct-only")).isTrue();
    assertThat(arguments.flag("other")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rounds=0", "rounds=ten", "rounds=", "rounds=1,,2", "rounds=-1"})
  void aNumberThatIsNoneIsNamed(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.of(List.of(word)).number("rounds", 3))
        .withMessageContaining("rounds must be whole numbers of 1 or more");
  }

  @Test
  void aWordWithoutANameIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of(List.of("--rounds")));
    assertThatIllegalArgumentException().isThrownBy(() -> Arguments.of(List.of("=3")));
  }
}
