package io.quantedge.simulator.testing;

import io.quantedge.simulator.RunListener;
import java.util.ArrayList;
import java.util.List;

/** Remembers what a run said, and that its progress never went backwards. */
public final class RecordingListener implements RunListener {
  private final List<String> phases = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long last;
  private boolean wentBack;

  @Override
  public synchronized void phase(String name, long total) {
    phases.add(name);
    last = 0;
  }

  @Override
  public synchronized void progress(long done) {
    wentBack |= done < last;
    last = done;
  }

  @Override
  public synchronized void note(String line) {
    notes.add(line);
  }

  public synchronized List<String> phases() {
    return List.copyOf(phases);
  }

  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  public synchronized boolean wentBack() {
    return wentBack;
  }
}
