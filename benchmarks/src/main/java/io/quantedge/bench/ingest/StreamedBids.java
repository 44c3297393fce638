package io.quantedge.bench.ingest;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.http.LineStream;
import io.quantedge.bench.http.Requests;
import io.quantedge.bench.service.CpuTime;
import io.quantedge.bench.service.PackagedService;
import io.quantedge.bench.stats.Throughput;
import io.quantedge.localstack.part.RunningPart;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A service that gets bids as lines of a few long requests. */
final class StreamedBids implements Contestant {
  static final String NAME = "NDJSON stream";

  private static final double SECOND_NANOS = 1e9;

  private final RunningPart service;
  private final URI uri;
  private final List<Requests> lines;
  private long accepted;

  StreamedBids(RunningPart service, int streams, Floor floor) {
    this.service = service;
    this.uri = ((PackagedService) service.blueprint()).uri();
    this.lines = IntStream.range(0, streams).mapToObj(i -> floor.split().lines()).toList();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Work work(Duration duration) throws Exception {
    Duration before = CpuTime.of(service.process().pid());
    Duration ownBefore = CpuTime.own();
    List<LineStream.Results> results = stream(System.nanoTime() + duration.toNanos());
    Duration cpu = CpuTime.of(service.process().pid()).minus(before);
    Duration own = CpuTime.own().minus(ownBefore);
    long others = results.stream().mapToLong(LineStream.Results::others).sum();
    long all = results.stream().mapToLong(LineStream.Results::accepted).sum();
    if (others > 0) {
      throw new BrokenRunException(
          "%s refused %d of %d bids, all of them valid".formatted(NAME, others, others + all));
    }
    accepted += all;
    long inTime = results.stream().mapToLong(LineStream.Results::acceptedInTime).sum();
    double seconds = duration.toNanos() / SECOND_NANOS;
    return new Work(new Throughput(inTime / seconds, inTime, seconds), all, cpu, own);
  }

  @Override
  public long acknowledged() {
    return accepted;
  }

  private List<LineStream.Results> stream(long end) throws Exception {
    try (ExecutorService senders = Executors.newFixedThreadPool(lines.size())) {
      List<Future<LineStream.Results>> running =
          lines.stream()
              .map(own -> senders.submit(() -> new LineStream(uri, "/v1/bids").run(own, end)))
              .toList();
      List<LineStream.Results> results = new ArrayList<>();
      for (Future<LineStream.Results> one : running) {
        results.add(one.get());
      }
      return results;
    }
  }
}
