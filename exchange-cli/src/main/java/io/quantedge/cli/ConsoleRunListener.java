package io.quantedge.cli;

import io.quantedge.simulator.RunListener;

/** Shows on the console what a run of the simulator is doing. Thread-safe. */
record ConsoleRunListener(Console console) implements RunListener {
  @Override
  public void phase(String name, long total) {
    console.begin(name, total);
  }

  @Override
  public void progress(long done) {
    console.progress(done);
  }

  @Override
  public void note(String line) {
    console.say(line);
  }
}
