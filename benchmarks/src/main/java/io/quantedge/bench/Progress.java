package io.quantedge.bench;

/** Tells what a benchmark is doing, one line at a time, beside its result. Thread-safe. */
@FunctionalInterface
public interface Progress {
  void say(String line);
}
