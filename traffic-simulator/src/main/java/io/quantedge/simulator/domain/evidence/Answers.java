package io.quantedge.simulator.domain.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of each planned bid at the door, by its place in the plan. Arrays, because a run may
 * have a million.
 *
 * <p>Senders may write from many threads as long as no two write the same place; whoever reads must
 * have joined them first.
 */
public final class Answers {
  private static final int NOT_ACKNOWLEDGED = -1;

  private final int[] partitions;
  private final long[] offsets;
  private final long[] acceptedAtMicros;
  private final @Nullable String[] refusals;
  private final ConcurrentMap<String, String> codes = new ConcurrentHashMap<>();

  /**
   * @param bids how many were planned
   */
  public Answers(int bids) {
    partitions = new int[bids];
    Arrays.fill(partitions, NOT_ACKNOWLEDGED);
    offsets = new long[bids];
    acceptedAtMicros = new long[bids];
    refusals = new String[bids];
  }

  /** The exchange's promise that a bid stands in the log. */
  public record Receipt(int partition, long offset, Instant acceptedAt) {}

  public void acknowledged(int bid, Receipt receipt) {
    partitions[bid] = receipt.partition();
    offsets[bid] = receipt.offset();
    acceptedAtMicros[bid] = ChronoUnit.MICROS.between(Instant.EPOCH, receipt.acceptedAt());
  }

  /**
   * @param code the answer's code
   */
  public void refused(int bid, String code) {
    refusals[bid] = codes.computeIfAbsent(code, same -> same);
  }

  public Optional<Receipt> receipt(int bid) {
    return partitions[bid] == NOT_ACKNOWLEDGED
        ? Optional.empty()
        : Optional.of(
            new Receipt(
                partitions[bid],
                offsets[bid],
                Instant.EPOCH.plus(acceptedAtMicros[bid], ChronoUnit.MICROS)));
  }

  public Optional<String> refusal(int bid) {
    return Optional.ofNullable(refusals[bid]);
  }

  public boolean isAnswered(int bid) {
    return partitions[bid] != NOT_ACKNOWLEDGED || refusals[bid] != null;
  }

  /** How many bids were planned. */
  public int planned() {
    return partitions.length;
  }

  public long acknowledged() {
    return Arrays.stream(partitions).filter(p -> p != NOT_ACKNOWLEDGED).count();
  }

  /** How many were refused, by code. */
  public SortedMap<String, Long> refusedByCode() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String code : refusals) {
      if (code != null) {
        counts.merge(code, 1L, Long::sum);
      }
    }
    return counts;
  }
}
