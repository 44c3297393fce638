package io.quantedge.ingest.http;

import java.io.ByteArrayOutputStream;

/**
 * Cuts a body that comes in chunks into lines, and never holds more than one chunk and one line,
 * however long a line is. Blank lines are passed over, but counted. Used by one thread.
 */
final class LineSplitter {
  private static final byte[] NONE = {};

  private final int maxLineBytes;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private byte[] chunk = NONE;
  private int position;
  private boolean tooLong;
  private boolean ended;
  private long lineNumber;

  /**
   * A line, or what stands for one.
   *
   * @param number 1 for the first line of the body, blank ones included
   * @param bytes may be shared: only {@code length} bytes from {@code offset} on belong to the line
   * @param tooLong the line was longer than allowed, and its bytes are gone
   */
  record Line(long number, byte[] bytes, int offset, int length, boolean tooLong) {
    private boolean isBlank() {
      for (int i = offset; i < offset + length; i++) {
        if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** What {@link #next} found. */
  sealed interface Found {
    /** A line. */
    record Whole(Line line) implements Found {}

    /** Nothing until more is fed. */
    record NeedsMore() implements Found {}

    /** Nothing, and nothing will come. */
    record End() implements Found {}
  }

  /**
   * @param maxLineBytes how long a line may be, its end not counted
   */
  LineSplitter(int maxLineBytes) {
    this.maxLineBytes = maxLineBytes;
  }

  /** Hands over the next chunk; only when {@link #next} needs more. The array is kept. */
  void feed(byte[] next) {
    if (position < chunk.length) {
      throw new IllegalStateException("the chunk before was not used up");
    }
    chunk = next;
    position = 0;
  }

  /** Says that no chunk follows: what was begun is a line, even without a line's end. */
  void end() {
    ended = true;
  }

  Found next() {
    while (true) {
      int end = indexOfNewline();
      if (end < 0) {
        keep(chunk.length);
        position = chunk.length;
        return ended ? last() : new Found.NeedsMore();
      }
      Line line = lineUpTo(end);
      position = end + 1;
      if (!line.isBlank()) {
        return new Found.Whole(line);
      }
    }
  }

  private Found last() {
    if (begun.size() == 0 && !tooLong) {
      return new Found.End();
    }
    Line line = lineUpTo(chunk.length);
    return line.isBlank() ? new Found.End() : new Found.Whole(line);
  }

  private Line lineUpTo(int end) {
    lineNumber++;
    if (begun.size() == 0 && !tooLong && end - position <= maxLineBytes) {
      return new Line(lineNumber, chunk, position, end - position, false);
    }
    keep(end);
    Line line = new Line(lineNumber, begun.toByteArray(), 0, begun.size(), tooLong);
    begun.reset();
    tooLong = false;
    return line;
  }

  private void keep(int end) {
    int length = end - position;
    if (tooLong || begun.size() + length > maxLineBytes) {
      tooLong = true;
      begun.reset();
    } else {
      begun.write(chunk, position, length);
    }
  }

  private int indexOfNewline() {
    for (int i = position; i < chunk.length; i++) {
      if (chunk[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
