package io.quantedge.bench.service;

import java.time.Duration;

/**
 * The processor time of a process. Of two that take turns on a busy machine it tells more than
 * their rates: it does not count what others take away.
 */
public final class CpuTime {
  private CpuTime() {}

  /** Since its start; zero if the system does not tell. */
  public static Duration of(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** Of this JVM. */
  public static Duration own() {
    return of(ProcessHandle.current().pid());
  }
}
