package io.quantedge.dsql;

import java.time.Instant;

/**
 * How an endpoint stands. Immutable.
 *
 * @param state what the circuit breaker thinks of it
 * @param since when it came into that state
 * @param inUse whether new attempts go there
 */
public record EndpointStatus(DsqlEndpoint endpoint, State state, Instant since, boolean inUse) {
  /** The states of a circuit breaker. */
  public enum State {
    /** It serves, as far as is known. */
    CLOSED,
    /** It failed, and is left alone but for probes. */
    OPEN,
    /** A probe succeeded; it must stay healthy for a while before it is used again. */
    HALF_OPEN
  }
}
