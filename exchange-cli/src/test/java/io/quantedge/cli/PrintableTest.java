package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void aTerminalIsNotCommandedByWhatCameFromOutside() {
    assertThat(Printable.line("a\u001b[2Jb\nc\td\u0007")).isEqualTo("a?[2Jb?c?d?");
    assertThat(Printable.lines("a\u001b[2Jb\nc\td\r")).isEqualTo("a?[2Jb\nc\td?");
  }
}
