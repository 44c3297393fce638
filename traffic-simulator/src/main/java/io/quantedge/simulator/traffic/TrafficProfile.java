package io.quantedge.simulator.traffic;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From where bids come, and how that changes: a cycle of phases, each with the regions' shares.
 * Immutable.
 */
public enum TrafficProfile {
  EVEN("Evenly from four regions", phase(60, 25, 25, 25, 25)),
  US_HEAVY("Most from North America", phase(60, 55, 25, 12, 8)),
  APAC_BURST(
      "A burst from Asia every 20 seconds", phase(12, 30, 30, 20, 20), phase(8, 10, 10, 70, 10)),
  FOLLOW_THE_SUN(
      "The busiest region moves every 15 seconds",
      phase(15, 15, 15, 55, 15),
      phase(15, 15, 55, 15, 15),
      phase(15, 15, 15, 15, 55),
      phase(15, 55, 15, 15, 15));

  /** The regions in the order in which shares are written here. */
  static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private static final int PERCENT = 100;

  private final String title;
  private final List<Phase> phases;

  TrafficProfile(String title, Phase... phases) {
    this.title = title;
    this.phases = List.of(phases);
  }

  private record Phase(int seconds, List<Integer> shares) {}

  private static Phase phase(int seconds, Integer... shares) {
    return new Phase(seconds, List.of(shares));
  }

  /** What people read. */
  public String title() {
    return title;
  }

  /** The regions' shares over a whole cycle, in per cent; they sum to 100. */
  public SortedMap<String, Integer> averageShares() {
    TreeMap<String, Integer> shares = new TreeMap<>();
    int cycle = cycleSeconds();
    for (int i = 0; i < REGIONS.size(); i++) {
      int region = i;
      int weighted =
          phases.stream().mapToInt(phase -> phase.seconds() * phase.shares().get(region)).sum();
      shares.put(REGIONS.get(i), weighted / cycle);
    }
    return shares;
  }

  /**
   * The region of a bid.
   *
   * @param second since the traffic's beginning, zero or more
   * @param drawn 0 to 99, evenly
   */
  String region(long second, int drawn) {
    List<Integer> shares = at(second).shares();
    int left = drawn;
    for (int i = 0; i < shares.size(); i++) {
      left -= shares.get(i);
      if (left < 0) {
        return REGIONS.get(i);
      }
    }
    throw new IllegalArgumentException("drawn must be below " + PERCENT + "; it was " + drawn);
  }

  private Phase at(long second) {
    long left = second % cycleSeconds();
    for (Phase phase : phases) {
      left -= phase.seconds();
      if (left < 0) {
        return phase;
      }
    }
    throw new IllegalArgumentException("second must be zero or more; it was " + second);
  }

  private int cycleSeconds() {
    return phases.stream().mapToInt(Phase::seconds).sum();
  }
}
