package io.quantedge.cli.dlq;

/**
 * Where a record stands in the dead-letter topic; how people name it. Immutable.
 *
 * @param partition 0 or more; the topic has one partition unless a deployment chose otherwise
 * @param offset 0 or more
 */
public record Position(int partition, long offset) implements Comparable<Position> {
  /**
   * Reads {@code partition:offset}, or an offset alone for partition 0.
   *
   * @throws IllegalArgumentException if the text is neither
   */
  public static Position parse(String text) {
    int colon = text.indexOf(':');
    try {
      int partition = colon < 0 ? 0 : Integer.parseInt(text.substring(0, colon));
      long offset = Long.parseLong(text.substring(colon + 1));
      if (partition >= 0 && offset >= 0) {
        return new Position(partition, offset);
      }
    } catch (NumberFormatException e) {
      // The one message below fits this too.
    }
    throw new IllegalArgumentException(
        "a position is PARTITION:OFFSET as in 0:17, or the offset alone, but was " + text);
  }

  @Override
  public int compareTo(Position other) {
    int byPartition = Integer.compare(partition, other.partition);
    return byPartition != 0 ? byPartition : Long.compare(offset, other.offset);
  }

  @Override
  public String toString() {
    return partition + ":" + offset;
  }
}
