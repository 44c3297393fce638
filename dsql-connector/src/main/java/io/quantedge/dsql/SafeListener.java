package io.quantedge.dsql;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps what a listener throws away from the work. As thread-safe as the listener. */
final class SafeListener implements DsqlListener {
  private static final Logger log = Logger.getLogger(SafeListener.class);

  private final DsqlListener listener;

  SafeListener(DsqlListener listener) {
    this.listener = listener;
  }

  @Override
  public void connectionOpened(DsqlEndpoint endpoint, Duration took) {
    safely(() -> listener.connectionOpened(endpoint, took));
  }

  @Override
  public void connectionFailed(DsqlEndpoint endpoint, DsqlFailure failure) {
    safely(() -> listener.connectionFailed(endpoint, failure));
  }

  @Override
  public void connectionClosed(DsqlEndpoint endpoint, Closing reason, Duration age) {
    safely(() -> listener.connectionClosed(endpoint, reason, age));
  }

  @Override
  public void opened(Failover failover) {
    safely(() -> listener.opened(failover));
  }

  @Override
  public void switched(Failover failover) {
    safely(() -> listener.switched(failover));
  }

  @Override
  public void firstSuccess(Failover failover) {
    safely(() -> listener.firstSuccess(failover));
  }

  @Override
  public void failedBack(Failover failover) {
    safely(() -> listener.failedBack(failover));
  }

  private static void safely(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      log.error("a listener of the database connector failed", e);
    }
  }
}
