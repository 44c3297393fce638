package io.quantedge.simulator.application;

import java.time.Duration;

/** Lets time pass: sleeping in a real run, a note in a test. */
@FunctionalInterface
public interface Pause {
  void pause(Duration duration) throws InterruptedException;
}
