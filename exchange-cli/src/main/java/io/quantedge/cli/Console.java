package io.quantedge.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a person sees: results on the output, messages on the error stream, and progress that suits
 * a terminal or a file. Thread-safe.
 */
final class Console {
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean terminal;
  private Optional<Progress> progress = Optional.empty();
  private boolean muted;

  Console(PrintWriter out, PrintWriter err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  static Console ofSystem() {
    boolean terminal =
        Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    return new Console(
        new PrintWriter(System.out, true, StandardCharsets.UTF_8),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        terminal);
  }

  PrintWriter out() {
    return out;
  }

  PrintWriter err() {
    return err;
  }

  /** Prints a result. */
  synchronized void print(String text) {
    endProgress();
    printTo(out, text);
  }

  /** Prints a message that is not a result. */
  synchronized void say(String line) {
    if (progress.isPresent()) {
      progress.get().note(line);
    } else {
      printTo(err, line);
    }
  }

  /** Prints what went wrong. */
  synchronized void complain(String text) {
    endProgress();
    printTo(err, "exchange: " + text);
  }

  /** Begins to show a piece of long work; ends the one before. */
  synchronized void begin(String name, long total) {
    endProgress();
    if (!muted) {
      progress =
          Optional.of(
              terminal ? new BarProgress(name, total, err) : new LineProgress(name, total, err));
    }
  }

  /** Shows how much of the work is done. */
  synchronized void progress(long done) {
    progress.ifPresent(shown -> shown.at(done));
  }

  synchronized void endProgress() {
    progress.ifPresent(Progress::close);
    progress = Optional.empty();
  }

  /**
   * Prints a last line; whatever fails because everything is being stopped is not worth telling.
   */
  synchronized void lastWords(String line) {
    complain(line);
    muted = true;
  }

  private void printTo(PrintWriter writer, String text) {
    if (!muted) {
      writer.println(text);
      writer.flush();
    }
  }
}
