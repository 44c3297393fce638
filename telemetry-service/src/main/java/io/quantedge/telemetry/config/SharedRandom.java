package io.quantedge.telemetry.config;

import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;

/** Lets several threads draw from one generator; all other draws are made of this one. */
final class SharedRandom implements RandomGenerator {
  private final ReentrantLock lock = new ReentrantLock();
  private final RandomGenerator source;

  SharedRandom(RandomGenerator source) {
    this.source = source;
  }

  @Override
  public long nextLong() {
    lock.lock();
    try {
      return source.nextLong();
    } finally {
      lock.unlock();
    }
  }
}
