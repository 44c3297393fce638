package io.quantedge.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress for terminals: one line that is drawn again. */
final class BarProgress implements Progress {
  private static final int COLUMNS = 79;
  private static final int REDRAW_MILLIS = 200;
  private static final int NAME_COLUMNS = 24;

  private final ProgressBar bar;
  private final PrintWriter writer;

  BarProgress(String name, long total, PrintWriter writer) {
    this.writer = writer;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName(String.format("%-" + NAME_COLUMNS + "s", name))
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUpdateIntervalMillis(REDRAW_MILLIS)
            .setConsumer(new OneLine(writer))
            .build();
  }

  @Override
  public void at(long done) {
    bar.stepTo(done);
  }

  @Override
  public void note(String line) {
    writer.print("\r\u001b[K");
    writer.println(line);
    writer.flush();
    bar.refresh();
  }

  @Override
  public void close() {
    bar.close();
  }

  private record OneLine(PrintWriter writer) implements ProgressBarConsumer {
    @Override
    public int getMaxRenderedLength() {
      return COLUMNS;
    }

    @Override
    public void accept(String rendered) {
      writer.print('\r' + rendered);
      writer.flush();
    }

    @Override
    public void close() {
      writer.println();
      writer.flush();
    }
  }
}
