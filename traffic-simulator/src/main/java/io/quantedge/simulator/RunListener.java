package io.quantedge.simulator;

/**
 * Lets a command show what a long run is doing. Called from any thread, so implementations must be
 * thread-safe; they should return quickly because senders call them.
 */
public interface RunListener {
  /**
   * A phase begins and the one before has ended.
   *
   * @param name a few words for people
   * @param total how many steps the phase has; 0 if they are not counted
   */
  void phase(String name, long total);

  /**
   * @param done steps done in this phase so far; never less than in an earlier call of the phase
   */
  void progress(long done);

  /** Something worth a line that is not an error. */
  void note(String line);
}
