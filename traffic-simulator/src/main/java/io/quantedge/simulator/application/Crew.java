package io.quantedge.simulator.application;

import io.quantedge.simulator.RunFailedException;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs tasks side by side on virtual threads, and leaves none behind. */
final class Crew {
  private Crew() {}

  /** A part of the work. */
  @FunctionalInterface
  interface Task {
    void run() throws InterruptedException, RunFailedException;
  }

  /**
   * Returns when all tasks are done; if one fails or the caller is interrupted, stops the others.
   */
  static void run(List<Task> tasks) throws InterruptedException, RunFailedException {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Boolean> running = new ExecutorCompletionService<>(executor);
      try {
        for (Task task : tasks) {
          running.submit(() -> {
            task.run();
            return true;
          });
        }
        for (int i = 0; i < tasks.size(); i++) {
          boolean unused = running.take().get();
        }
      } catch (ExecutionException e) {
        throw failure(e);
      } finally {
        executor.shutdownNow();
      }
    }
  }

  private static RunFailedException failure(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case RunFailedException failure -> failure;
      case InterruptedException interrupted -> throw interrupted;
      case null, default ->
          new RunFailedException("a sender failed unexpectedly: " + e.getCause(), e.getCause());
    };
  }
}
