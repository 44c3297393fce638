package io.quantedge.ingest.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void shouldLeaveWhatCanBeShown() {
    assertThat(Printable.of("plain")).isEqualTo("plain");
    assertThat(Printable.of("für 5 €, 日本, 😀")).isEqualTo("für 5 €, 日本, 😀");
  }

  @Test
  void shouldReplaceControlCharactersAndHalvesOfCharacters() {
    assertThat(Printable.of("a\nb\u0000c\u007Fd\u0085e")).isEqualTo("a�b�c�d�e");
    assertThat(Printable.of("\uD83Dx")).isEqualTo("�x");
    assertThat(Printable.of("x\uDE00")).isEqualTo("x�");
  }

  @Test
  void shouldNotLeaveHalfACharacterWhereItCuts() {
    assertThat(Printable.cut("x😀", 2)).isEqualTo("x�");
    assertThat(Printable.cut("x😀", 3)).isEqualTo("x😀");
  }

  @Test
  void shouldMakeEveryRefusalFitForAnAnswer() {
    assertThat(new Refusal.InvalidRequest("a\uD800", "b\u0007").detail()).isEqualTo("a�: b�");
  }
}
