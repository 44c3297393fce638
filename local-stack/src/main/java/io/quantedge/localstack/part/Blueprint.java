package io.quantedge.localstack.part;

import io.quantedge.localstack.ExchangeHome;
import java.util.List;
import java.util.Map;

/** How one part is started, probed from outside and cleaned up after. Immutable, thread-safe. */
public interface Blueprint {
  /** Short name for people and log files. */
  String name();

  /** The ports that the part listens on, the one for its clients first. */
  List<Integer> ports();

  /** The words of the command that starts it, on the built classes of this home. */
  List<String> command(ExchangeHome home);

  /** Environment variables beside the inherited ones. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /**
   * Asks the part over the network whether it serves. Bounded to a few seconds; false on any
   * failure.
   */
  boolean isReady();

  /** Ends what a part that was killed could not end itself. Does nothing after a clean end. */
  default void cleanUp() {}
}
