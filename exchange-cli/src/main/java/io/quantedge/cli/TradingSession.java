package io.quantedge.cli;

import io.quantedge.localstack.stack.Stack;
import io.quantedge.localstack.stack.StackConfig;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.RunResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Starts a stack, trades on it, shows the result, and leaves it running or stops it. */
final class TradingSession {
  private final StackConfig config;
  private final Console console;
  private final Optional<Path> report;
  private final boolean exit;
  private volatile boolean stackFailed;

  TradingSession(StackConfig config, Console console, Optional<Path> report, boolean exit) {
    this.config = config;
    this.console = console;
    this.report = report;
    this.exit = exit;
  }

  /** Blocks until all is stopped, with the exit code. Ctrl-C ends the JVM from within. */
  int run(Trading trading) throws InterruptedException {
    CtrlC ctrlC = CtrlC.watch(console);
    try {
      return run(trading, ctrlC);
    } finally {
      ctrlC.close();
    }
  }

  private int run(Trading trading, CtrlC ctrlC) throws InterruptedException {
    Thread worker = Thread.currentThread();
    ConsoleStackListener listener =
        new ConsoleStackListener(
            console,
            reason -> {
              stackFailed = true;
              worker.interrupt();
            });
    try (Stack stack = Stack.start(config, listener)) {
      ctrlC.stops(stack);
      int exitCode = trade(trading, stack);
      if (!exit) {
        ctrlC.endsWith(exitCode);
        console.print(
            "The exchange keeps running. Dashboard: %s/   Ctrl-C stops everything."
                .formatted(stack.addresses().telemetry()));
        awaitEnd(stack);
      } else {
        console.say("Stopping the exchange");
      }
      return exitCode;
    }
  }

  private int trade(Trading trading, Stack stack) throws InterruptedException {
    try {
      RunResult result =
          trading.run(stack.addresses(), new ConsoleRunListener(console), stack::residentMiB);
      Thread.interrupted();
      return show(result);
    } catch (RunFailedException | InterruptedException e) {
      throwIfStackFailed(stack);
      if (e instanceof InterruptedException interrupt) {
        throw interrupt;
      }
      console.complain(String.valueOf(e.getMessage()));
      return ExitCode.FAILED;
    } finally {
      console.endProgress();
    }
  }

  private int show(RunResult result) {
    console.print(result.table());
    boolean written = report.isEmpty() || write(result, report.get());
    return result.allHold() && written ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean write(RunResult result, Path file) {
    try {
      result.report().writeTo(file);
      console.say("Report: " + file);
      return true;
    } catch (IOException e) {
      console.complain("the report was not written to %s: %s".formatted(file, e));
      return false;
    }
  }

  private void throwIfStackFailed(Stack stack) throws InterruptedException {
    if (stackFailed) {
      awaitEnd(stack);
    }
  }

  private static void awaitEnd(Stack stack) throws InterruptedException {
    try {
      stack.awaitEnd();
    } catch (InterruptedException e) {
      // The stack's failure interrupts whoever works on it; it is the end that counts.
      stack.awaitEnd();
    }
  }
}
