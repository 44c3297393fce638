package io.quantedge.cli;

/** Shows how far one piece of work is. Used under the console's lock. */
interface Progress extends AutoCloseable {
  /** So much of the total is done. */
  void at(long done);

  /** A line that belongs to the work but does not change how far it is. */
  void note(String line);

  /** The work has ended, done or not. */
  @Override
  void close();
}
