package io.quantedge.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Progress for files and pipes: a line when a tenth more is done, at most one each second, and one
 * at the end.
 */
final class LineProgress implements Progress {
  private static final int STEP_PERCENT = 10;
  private static final int ALL_PERCENT = 100;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String name;
  private final long total;
  private final PrintWriter writer;
  private final InstantSource clock;
  private final Instant startedAt;
  private Instant printedAt;
  private long printedPercent;
  private long done;

  LineProgress(String name, long total, PrintWriter writer) {
    this(name, total, writer, InstantSource.system());
  }

  LineProgress(String name, long total, PrintWriter writer, InstantSource clock) {
    this.name = name;
    this.total = total;
    this.writer = writer;
    this.clock = clock;
    this.startedAt = clock.instant();
    this.printedAt = startedAt;
    writer.println(name + " …");
    writer.flush();
  }

  @Override
  public void at(long now) {
    done = Math.max(done, now);
    long percent = total == 0 ? 0 : ALL_PERCENT * done / total;
    boolean far = percent >= printedPercent + STEP_PERCENT && done < total;
    if (far && !clock.instant().isBefore(printedAt.plus(PAUSE))) {
      printedAt = clock.instant();
      printedPercent = percent;
      print("%d of %d (%d %%)".formatted(done, total, percent));
    }
  }

  @Override
  public void note(String line) {
    writer.println(line);
    writer.flush();
  }

  @Override
  public void close() {
    double seconds = Duration.between(startedAt, clock.instant()).toMillis() / 1000.0;
    String how = done >= total ? "done" : "ended at %d of %d".formatted(done, total);
    print(String.format(Locale.ROOT, "%s after %.1f s", how, seconds));
  }

  private void print(String what) {
    writer.println(name + ": " + what);
    writer.flush();
  }
}
