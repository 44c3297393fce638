package io.quantedge.simulator.domain.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Names of runs, so that two runs against one exchange never share a slot. */
public final class RunIds {
  private RunIds() {}

  /**
   * @return 9 to 12 letters and digits made of the start (milliseconds) and the seed; safe in slot
   *     and account names
   */
  public static String of(long seed, Instant startedAt) {
    long mixed = seed * 0x9E3779B97F4A7C15L;
    return Long.toString(startedAt.toEpochMilli(), 36) + Long.toString(mixed >>> 49, 36);
  }

  /** The same name as a UUID, for stores that want one. */
  public static UUID uuid(String runId) {
    return UUID.nameUUIDFromBytes(runId.getBytes(StandardCharsets.UTF_8));
  }
}
