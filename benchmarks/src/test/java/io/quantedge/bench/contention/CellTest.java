package io.quantedge.bench.contention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.bench.contention.Cell.Race;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellTest {
  @Test
  void everyAttemptIsASuccessOrAConflict() {
    Cell cell = new Cell();
    cell.add(new Race(List.of(new Run(true, 1), new Run(true, 3)), 20));
    cell.add(new Race(List.of(new Run(true, 2), new Run(false, 10)), 60));
    assertThat(cell.races()).isEqualTo(2);
    assertThat(cell.successShare()).isEqualTo(0.75);
    assertThat(cell.conflicts()).isEqualTo(0 + 2 + 1 + 10);
    assertThat(cell.attemptsPerSuccess()).isEqualTo(16 / 3.0);
    assertThat(cell.millis().median()).isEqualTo(40);
  }
}
