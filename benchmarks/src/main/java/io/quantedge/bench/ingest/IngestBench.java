package io.quantedge.bench.ingest;

import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Progress;
import io.quantedge.bench.http.Load;
import io.quantedge.bench.service.CpuTime;
import io.quantedge.bench.stats.Samples;
import io.quantedge.localstack.part.RunningPart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Compares what intake costs with the least that HTTP, JSON and the log cost without it. All
 * contestants run side by side and work in turn, so that they meet the same machine. Used by one
 * thread.
 */
public final class IngestBench {
  private static final long SEED = 42;
  private static final int SLOTS = 200;
  private static final int ACCOUNTS = 500;

  /** Of the slower one's saturation: high enough to matter, low enough not to queue. */
  private static final double PACE = 0.5;

  private final IngestOptions options;
  private final Progress progress;
  private final Map<String, List<Work>> rounds = new LinkedHashMap<>();
  private final Map<String, Latency> latencies = new LinkedHashMap<>();

  public IngestBench(IngestOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Measures; takes a few minutes.
   *
   * @throws BrokenRunException if a valid bid was refused, or an acknowledged one is not in the log
   */
  public IngestReport run() throws Exception {
    progress.say("starting a broker and a bid store");
    try (Stage stage = Stage.set()) {
      progress.say("starting intake and the bare endpoint, opening " + SLOTS + " slots");
      Floor floor = Floor.of(SLOTS, ACCOUNTS, new SplittableRandom(SEED));
      RunningPart ingest = stage.ingest(SLOTS);
      SingleBids single = single(IngestReport.SINGLE, ingest, true, floor);
      SingleBids bare = single(IngestReport.BARE, stage.bareEndpoint(), false, floor);
      StreamedBids streamed = new StreamedBids(ingest, options.streams(), floor.split());
      try (RawProducer raw = new RawProducer(stage.bootstrapServers(), floor)) {
        List<Contestant> all = List.of(single, bare, streamed, raw);
        long before = stage.logSize();
        warmUp(all);
        saturate(List.of(single, streamed), IngestReport.STORE_AT_WORK);
        stage.pauseBidStore();
        saturate(all, "");
        pace(List.of(single, bare));
        requireAll(
            stage.logSize() - before, all.stream().mapToLong(Contestant::acknowledged).sum());
      }
      return new IngestReport(rounds, latencies, options);
    }
  }

  private SingleBids single(String name, RunningPart service, boolean logged, Floor floor) {
    return new SingleBids(name, service, options.connections(), logged, floor.split());
  }

  private void warmUp(List<Contestant> contestants) throws Exception {
    for (Contestant contestant : contestants) {
      Work work = contestant.work(options.warmup());
      progress.say("warmed up: " + line(contestant, work));
    }
  }

  private void saturate(List<Contestant> contestants, String suffix) throws Exception {
    List<Contestant> order = new ArrayList<>(contestants);
    for (int round = 1; round <= options.rounds(); round++) {
      for (Contestant contestant : order) {
        Work work = contestant.work(options.round());
        rounds.computeIfAbsent(contestant.name() + suffix, name -> new ArrayList<>()).add(work);
        progress.say(
            "round %d of %d: %s".formatted(round, options.rounds(), line(contestant, work)));
      }
      Collections.rotate(order, 1);
    }
  }

  private void pace(List<SingleBids> contestants) throws Exception {
    double slowest =
        contestants.stream().mapToDouble(contestant -> medianOf(contestant.name())).min().orElse(1);
    double perSecond = Math.max(1, PACE * slowest);
    for (int round = 1; round <= options.rounds(); round++) {
      for (SingleBids contestant : contestants) {
        Duration before = CpuTime.own();
        Load load = contestant.pace(perSecond, options.round());
        Duration used = CpuTime.own().minus(before);
        latencies
            .computeIfAbsent(contestant.name(), name -> new Latency(perSecond))
            .add(load.latencyNanos(), options.round(), used);
        progress.say(
            "round %d of %d at %s/s: %s, p99 %s ms"
                .formatted(
                    round,
                    options.rounds(),
                    Figures.number(perSecond),
                    contestant.name(),
                    Figures.number(Latency.millis(load.latencyNanos().getValueAtPercentile(99)))));
      }
    }
  }

  private double medianOf(String name) {
    return Samples.of(
            rounds.getOrDefault(name, List.of()).stream()
                .map(work -> work.throughput().perSecond())
                .toList())
        .median();
  }

  private static void requireAll(long appended, long acknowledged) throws BrokenRunException {
    if (appended != acknowledged) {
      throw new BrokenRunException(
          "%,d bids were acknowledged and the log has %,d".formatted(acknowledged, appended));
    }
  }

  private static String line(Contestant contestant, Work work) {
    return "%s, %s/s, %s us of processor time for each"
        .formatted(
            contestant.name(),
            Figures.number(work.throughput().perSecond()),
            Figures.number(work.cpuMicrosPerBid()));
  }
}
