package io.quantedge.telemetry.application;

import io.quantedge.telemetry.domain.Series;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Tells watchers about the state, at most once in an interval and only if something changed. A slow
 * watcher misses frames and gets the newest; it can neither block the others nor fill the memory.
 * Thread-safe; {@link #tick} runs on one thread at a time.
 */
@ApplicationScoped
public class LiveFeed {
  private static final Logger log = Logger.getLogger(LiveFeed.class);

  private final TelemetryState state;
  private final Rebuild rebuild;
  private final FigureSink figures;
  private final Settings settings;
  private final BroadcastProcessor<LiveFrame> frames = BroadcastProcessor.create();
  private final BroadcastProcessor<Instant> heartbeats = BroadcastProcessor.create();
  private final Clock clock;
  private final Semaphore places;
  private volatile Optional<LiveFrame> latest = Optional.empty();
  private volatile Cancellable ticking = () -> {};
  private Shown shown = new Shown(-1, 0, false);
  private long nextId;

  /** What the last frame showed; another frame is due when one of these has changed. */
  private record Shown(long version, double bidsPerSecond, boolean rebuilt) {}

  /**
   * @param interval between frames
   * @param heartbeat between signs of life
   * @param maxWatchers at once
   */
  public record Settings(Duration interval, Duration heartbeat, int maxWatchers) {}

  LiveFeed(
      TelemetryState state, Rebuild rebuild, FigureSink figures, Settings settings, Clock clock) {
    this.state = state;
    this.figures = figures;
    this.rebuild = rebuild;
    this.settings = settings;
    this.clock = clock;
    this.places = new Semaphore(settings.maxWatchers());
    // Fewer than 1,000 frames a second are made, so ids of a later process are always greater.
    this.nextId = clock.millis();
  }

  /** Begins to tick; call it once. */
  public void start() {
    Cancellable frameTicks = Ticks.every(settings.interval(), this::safeTick);
    Cancellable beatTicks =
        Ticks.every(settings.heartbeat(), () -> heartbeats.onNext(clock.instant()));
    ticking =
        () -> {
          frameTicks.cancel();
          beatTicks.cancel();
        };
  }

  /** Ends the ticking and every watcher's stream. */
  public void stop() {
    ticking.cancel();
    frames.onComplete();
    heartbeats.onComplete();
  }

  private void safeTick() {
    try {
      tick();
    } catch (RuntimeException e) {
      log.errorf(
          e, "live frame could not be made; the next one is tried in %s", settings.interval());
    }
  }

  /** Samples the state and publishes a frame if anything changed. */
  void tick() {
    boolean rebuilt = rebuild.hasCaughtUp();
    if (rebuilt) {
      state.sample();
    }
    double rate = state.bidsPerSecond();
    figures.publish(state.totals(), rate);
    figures.reconciled(state.checks());
    if (new Shown(state.version(), rate, rebuilt).equals(shown)) {
      return;
    }
    TelemetryState.Snapshot snapshot = state.snapshot();
    shown = new Shown(snapshot.version(), rate, rebuilt);
    LiveFrame frame =
        new LiveFrame(
            nextId++,
            snapshot.at(),
            rebuilt,
            snapshot.overview(),
            snapshot.conflicts(),
            snapshot.cost(),
            snapshot.samples());
    latest = Optional.of(frame);
    frames.onNext(frame);
  }

  /**
   * Takes a place for a watcher.
   *
   * @return the newest frame and those that follow, empty if all places are taken
   */
  public Optional<Multi<LiveFrame>> watch() {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    // The stream is joined before the newest frame is looked up, so none can fall in between; what
    // is delivered twice or late that way is dropped.
    AtomicLong lastId = new AtomicLong();
    Multi<LiveFrame> newest =
        Multi.createFrom().deferred(() -> Multi.createFrom().optional(latest));
    AtomicBoolean released = new AtomicBoolean();
    return Optional.of(
        Multi.createBy()
            .merging()
            .streams(frames.onOverflow().dropPreviousItems(), newest)
            .filter(frame -> lastId.getAndAccumulate(frame.id(), Math::max) < frame.id())
            .onTermination()
            .invoke(() -> {
              if (released.compareAndSet(false, true)) {
                places.release();
              }
            }));
  }

  /** The time series up to now, oldest first. */
  public List<Series.Sample> history() {
    return state.history();
  }

  /** The time by which frames are stamped, for watchers whose clock differs. */
  public Instant now() {
    return clock.instant();
  }

  public int watchers() {
    return settings.maxWatchers() - places.availablePermits();
  }

  /** Signs of life, as long as the feed runs. */
  public Multi<Instant> heartbeats() {
    return heartbeats.onOverflow().drop();
  }
}
