package io.quantedge.localstack.stack;

/** Waiting that an interrupt does not cut short: while processes are stopped, it must not. */
final class Uninterruptibles {
  private Uninterruptibles() {}

  /** Waits for the thread's end and keeps the interrupt for later. */
  static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
