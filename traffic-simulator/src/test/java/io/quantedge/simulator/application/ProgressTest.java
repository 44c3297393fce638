package io.quantedge.simulator.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.simulator.RunListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
  private final RunListener listener =
      new RunListener() {
        @Override
        public void phase(String name, long total) {
          told.clear();
        }

        @Override
        public void progress(long done) {
          told.add(done);
        }

        @Override
        public void note(String line) {}
      };

  @Test
  void stepsFromManyThreadsAreToldInOrderAndNotOneByOne() throws Exception {
    Progress progress = new Progress(listener, "sending", 100_000);

    Crew.run(
        Collections.nCopies(
            10,
            () -> {
              for (int i = 0; i < 10_000; i++) {
                progress.step();
              }
            }));

    assertThat(told).isSorted().hasSizeLessThanOrEqualTo(400).last().isEqualTo(100_000L);
  }

  @Test
  void aSmallerCountIsPassedOver() {
    Progress progress = new Progress(listener, "settling", 10);

    progress.reach(4);
    progress.reach(2);
    progress.reach(4);
    progress.reach(9);

    assertThat(told).containsExactly(4L, 9L);
  }
}
