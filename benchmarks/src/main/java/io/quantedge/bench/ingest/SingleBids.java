package io.quantedge.bench.ingest;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.http.HttpLoader;
import io.quantedge.bench.http.Load;
import io.quantedge.bench.http.Requests;
import io.quantedge.bench.service.CpuTime;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.localstack.part.RunningPart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** A service that gets each bid in a request of its own. */
final class SingleBids implements Contestant {
  private final String name;
  private final RunningPart service;
  private final URI uri;
  private final int connections;
  private final boolean logged;
  private final Requests requests;
  private long accepted;

  /**
   * @param logged whether the service writes the auction log
   */
  SingleBids(String name, RunningPart service, int connections, boolean logged, Floor floor) {
    this.name = name;
    this.service = service;
    this.uri = ((PackagedService) service.blueprint()).uri();
    this.connections = connections;
    this.logged = logged;
    this.requests = floor.requests(uri.getAuthority());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Work work(Duration duration) throws Exception {
    Duration before = CpuTime.of(service.process().pid());
    Duration ownBefore = CpuTime.own();
    Load load = load(loader -> loader.saturate(requests, duration));
    return new Work(
        load.throughput(),
        load.accepted(),
        CpuTime.of(service.process().pid()).minus(before),
        CpuTime.own().minus(ownBefore));
  }

  @Override
  public long acknowledged() {
    return logged ? accepted : 0;
  }

  /** Gets bids at a fixed rate. */
  Load pace(double perSecond, Duration duration) throws Exception {
    return load(loader -> loader.pace(requests, perSecond, duration));
  }

  private Load load(Loading loading) throws IOException, BrokenRunException {
    try (HttpLoader loader = new HttpLoader(uri, connections)) {
      Load load = loading.on(loader);
      if (load.others() > 0) {
        throw new BrokenRunException(
            "%s refused %d of %d bids, all of them valid"
                .formatted(name, load.others(), load.others() + load.accepted()));
      }
      accepted += load.accepted();
      return load;
    }
  }

  private interface Loading {
    Load on(HttpLoader loader) throws IOException;
  }
}
