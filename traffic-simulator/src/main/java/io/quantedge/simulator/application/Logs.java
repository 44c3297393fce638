package io.quantedge.simulator.application;

import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.ConflictFold;
import io.quantedge.simulator.domain.evidence.Outcomes;
import java.util.Map;

/** The exchange's topics, read from outside and without a consumer group. Not thread-safe. */
public interface Logs extends AutoCloseable {
  /** Where the topics end now: what a run adds stands behind. */
  Marks ends() throws RunFailedException, InterruptedException;

  /** Adds the auction log's records from the marks to the present end. */
  void readAuctionEvents(Marks from, AuctionLog into)
      throws RunFailedException, InterruptedException;

  /** Adds the outcomes from the marks to the present end. */
  void readOutcomes(Marks from, Outcomes into) throws RunFailedException, InterruptedException;

  /** Adds the conflict events that were not read yet, at first all of the topic. */
  void readNewConflicts(ConflictFold into) throws RunFailedException, InterruptedException;

  @Override
  void close();

  /** Offsets by partition. */
  record Marks(Map<Integer, Long> auctionEvents, Map<Integer, Long> outcomes) {
    public Marks {
      auctionEvents = Map.copyOf(auctionEvents);
      outcomes = Map.copyOf(outcomes);
    }
  }
}
