package io.quantedge.ingest.dynamodb;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The machine's own time and the framework's worker pool. Thread-safe. */
@Singleton
final class SystemWriteTimer implements WriteTimer {
  private final long originNanos = System.nanoTime();

  @Override
  public long nanoTime() {
    return System.nanoTime() - originNanos;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public void after(Duration wait, Runnable task) {
    Infrastructure.getDefaultWorkerPool().schedule(task, wait.toNanos(), TimeUnit.NANOSECONDS);
  }
}
