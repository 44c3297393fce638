package io.quantedge.dsql;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that an endpoint in use was given up, with the three figures that make up what a user
 * waits for, measured apart. Immutable; later stages come as new values with the same {@code id}.
 *
 * @param id counts from 1 in this process
 * @param from the endpoint that was given up
 * @param to where the first connection came about, once there is one
 * @param cause what the last straw was
 * @param firstFailedAttemptAt when the first of the failed attempts began
 * @param openedAt when the circuit breaker opened
 * @param connectedAt when the first connection elsewhere was ready
 * @param firstSuccessAt when the first SQL transaction was committed there
 * @param failedBackAt when a preferred endpoint was taken into use again
 */
public record Failover(
    long id,
    DsqlEndpoint from,
    Optional<DsqlEndpoint> to,
    String cause,
    Instant firstFailedAttemptAt,
    Instant openedAt,
    Optional<Instant> connectedAt,
    Optional<Instant> firstSuccessAt,
    Optional<Instant> failedBackAt) {
  /** Begin of the first failed attempt to the opening of the circuit breaker. */
  public Duration detection() {
    return Duration.between(firstFailedAttemptAt, openedAt);
  }

  /** Opening of the circuit breaker to the first connection that was ready elsewhere. */
  public Optional<Duration> switching() {
    return connectedAt.map(at -> Duration.between(openedAt, at));
  }

  /** Opening of the circuit breaker to the first SQL transaction that was committed elsewhere. */
  public Optional<Duration> firstSuccess() {
    return firstSuccessAt.map(at -> Duration.between(openedAt, at));
  }
}
