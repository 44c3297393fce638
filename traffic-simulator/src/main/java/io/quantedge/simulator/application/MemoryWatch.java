package io.quantedge.simulator.application;

import io.quantedge.simulator.RunListener;
import java.util.function.LongSupplier;

/** Keeps the most memory seen, measured at the beginning of each phase and at the end. */
final class MemoryWatch {
  private final LongSupplier residentMiB;
  private long most;

  MemoryWatch(LongSupplier residentMiB) {
    this.residentMiB = residentMiB;
  }

  synchronized void measure() {
    most = Math.max(most, residentMiB.getAsLong());
  }

  synchronized long mostMiB() {
    return most;
  }

  RunListener watching(RunListener listener) {
    return new RunListener() {
      @Override
      public void phase(String name, long total) {
        listener.phase(name, total);
        measure();
      }

      @Override
      public void progress(long done) {
        listener.progress(done);
      }

      @Override
      public void note(String line) {
        listener.note(line);
      }
    };
  }
}
