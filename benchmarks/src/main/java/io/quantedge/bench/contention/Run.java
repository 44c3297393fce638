package io.quantedge.bench.contention;

/**
 * How one worker of a race ended.
 *
 * @param succeeded whether it has what it wanted: its own commit, or the truth that somebody else
 *     committed
 * @param attempts all that it made, 1 or more
 */
record Run(boolean succeeded, int attempts) {
  /** Each attempt that was not the last successful one met a conflict. */
  int conflicts() {
    return succeeded ? attempts - 1 : attempts;
  }
}
