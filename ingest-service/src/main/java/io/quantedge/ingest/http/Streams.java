package io.quantedge.ingest.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quantedge.contracts.metric.IngestMetric;
import io.quantedge.ingest.config.IngestConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The streams that are open: bounds their number, and ends them when the service does. A shutdown
 * waits for open requests, so streams must be told of it before, or they would go on until they are
 * cut off. Thread-safe.
 */
@Singleton
class Streams {
  private final int maxOpen;
  private final Set<BidStream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  Streams(IngestConfig config, MeterRegistry registry) {
    this.maxOpen = config.streams().maxConcurrent();
    Gauge.builder(IngestMetric.STREAMS.meterName(), open, Set::size)
        .description(IngestMetric.STREAMS.description())
        .register(registry);
  }

  int maxOpen() {
    return maxOpen;
  }

  /**
   * @return false if there are as many as there may be
   */
  synchronized boolean enter(BidStream stream) {
    if (open.size() >= maxOpen || draining) {
      return false;
    }
    return open.add(stream);
  }

  void leave(BidStream stream) {
    open.remove(stream);
  }

  void drain(@Observes ShutdownDelayInitiatedEvent event) {
    synchronized (this) {
      draining = true;
    }
    open.forEach(BidStream::drain);
  }
}
