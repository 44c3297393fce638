package io.quantedge.simulator.application.audit;

import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.audit.AuditFrame.Range;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The topics that an audit reads, without a consumer group. Not thread-safe. */
public interface AuditLogs extends AutoCloseable {
  /** What the auction log holds now, by partition. */
  Map<Integer, Range> ranges() throws RunFailedException, InterruptedException;

  /** Hands over a range of one partition, record by record. */
  void read(int partition, Range range, Sink into) throws RunFailedException, InterruptedException;

  /**
   * Hands over every outcome that was announced so far.
   *
   * @return how many records are no outcomes
   */
  long readOutcomes(Consumer<AuctionOutcome> into) throws RunFailedException, InterruptedException;

  @Override
  void close();

  /** Takes the records of the auction log. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param event decodes the record when asked; empty if it cannot be read
     */
    void take(long offset, String key, Supplier<Optional<AuctionEvent>> event);
  }
}
