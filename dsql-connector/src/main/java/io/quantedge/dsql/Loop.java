package io.quantedge.dsql;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The one event loop on which all connections live and all of their bookkeeping happens, so that it
 * needs no locks. It has a context of its own: a connection must not carry the context of whoever
 * asked first. Thread-safe.
 */
final class Loop {
  private final ContextInternal context;
  private final ScheduledExecutorService timers;

  Loop(Vertx vertx) {
    this.context = ((VertxInternal) vertx.getDelegate()).createEventLoopContext();
    this.timers = context.nettyEventLoop();
  }

  Context context() {
    return context;
  }

  void run(Runnable task) {
    context.runOnContext(_ -> task.run());
  }

  ScheduledFuture<?> after(Duration delay, Runnable task) {
    return timers.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  ScheduledFuture<?> every(Duration interval, Runnable task) {
    long millis = interval.toMillis();
    return timers.scheduleWithFixedDelay(task, millis, millis, TimeUnit.MILLISECONDS);
  }

  <T> Uni<T> within(Uni<T> work, Duration limit, Supplier<Throwable> late) {
    return work.ifNoItem().after(limit).on(timers).failWith(late);
  }
}
