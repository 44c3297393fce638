package io.quantedge.settlement.application.proof;

import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.domain.Account;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables apart, for one proof. Every failure is a {@code StoreException}. Thread-safe. */
public interface Ground extends AutoCloseable {
  /** Settles as the exchange does, but for what was asked to be taken out. */
  TruthStore store();

  /** The region of the endpoint in use. */
  String region();

  /** Opens so many connections, so that workers do not wait for them once they are timed. */
  Uni<Void> warm(int connections);

  Uni<Void> define(List<Account> accounts);

  /** What is committed now under the proof's prefix. */
  Uni<Books> read();

  /** Times that an endpoint was given up here, oldest first. */
  List<Change> changes();

  /** Ends the connections and takes the proof's rows away, as far as the store lets it. */
  @Override
  void close();

  /**
   * A change from one endpoint to another.
   *
   * @param detection first failed attempt to giving the endpoint up
   * @param switching giving it up to the first connection elsewhere
   * @param firstSuccess giving it up to the first commit elsewhere
   */
  record Change(
      Instant openedAt,
      Duration detection,
      Optional<Duration> switching,
      Optional<Duration> firstSuccess) {}
}
