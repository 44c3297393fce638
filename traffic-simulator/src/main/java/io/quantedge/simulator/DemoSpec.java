package io.quantedge.simulator;

/**
 * The size of a demo. The same spec always gives the same auctions and bids; only the prefix of the
 * ids differs from run to run.
 *
 * @param seed any number
 * @param bids requests to send, duplicates, late and invalid ones included: {@value #MIN_BIDS} to
 *     {@value #MAX_BIDS}, and at least {@value #MIN_BIDS_PER_SLOT} for each slot
 * @param slots auctions, {@value #MIN_SLOTS} to {@value #MAX_SLOTS}
 */
public record DemoSpec(long seed, int bids, int slots) {
  public static final int MIN_SLOTS = 4;
  public static final int MAX_SLOTS = 1_000;
  public static final int MIN_BIDS = 100;
  public static final int MAX_BIDS = 1_000_000;
  public static final int MIN_BIDS_PER_SLOT = 10;

  /**
   * @throws IllegalArgumentException with a sentence for people if a size is out of range
   */
  public DemoSpec {
    if (slots < MIN_SLOTS || slots > MAX_SLOTS) {
      throw new IllegalArgumentException(
          "a demo has %d to %d slots; %d were asked for".formatted(MIN_SLOTS, MAX_SLOTS, slots));
    }
    if (bids < MIN_BIDS || bids > MAX_BIDS) {
      throw new IllegalArgumentException(
          "a demo has %d to %d bids; %d were asked for".formatted(MIN_BIDS, MAX_BIDS, bids));
    }
    if (bids < MIN_BIDS_PER_SLOT * slots) {
      throw new IllegalArgumentException(
          ("a demo needs at least %d bids for each slot: %d bids are too few for %d slots;"
                  + " ask for %d bids or for fewer slots")
              .formatted(MIN_BIDS_PER_SLOT, bids, slots, MIN_BIDS_PER_SLOT * slots));
    }
  }
}
