package io.quantedge.dsql;

import java.time.Duration;

/**
 * Hears what happens to connections and endpoints, for metrics and logs. Called on the connector's
 * event loop: implementations must not block. Exceptions are logged and dropped.
 */
public interface DsqlListener {
  /** Hears nothing. */
  DsqlListener NONE = new DsqlListener() {};

  /** Why a connection ended. */
  enum Closing {
    /** It reached its lifetime. */
    RECYCLED,
    /** It, or its peer, went silent or broke. */
    BROKEN,
    /** The caller went away in the middle of its work. */
    ABANDONED,
    /** The endpoint was given up, or the connector was closed. */
    ENDED
  }

  /**
   * @param took from the begin of the connection attempt to its readiness
   */
  default void connectionOpened(DsqlEndpoint endpoint, Duration took) {}

  default void connectionFailed(DsqlEndpoint endpoint, DsqlFailure failure) {}

  /**
   * @param age since the connection was ready
   */
  default void connectionClosed(DsqlEndpoint endpoint, Closing reason, Duration age) {}

  /** The endpoint in use was given up. */
  default void opened(Failover failover) {}

  /** The first connection elsewhere is ready. */
  default void switched(Failover failover) {}

  /** The first SQL transaction elsewhere is committed. */
  default void firstSuccess(Failover failover) {}

  /** A preferred endpoint was healthy for long enough and is in use again. */
  default void failedBack(Failover failover) {}
}
