package io.quantedge.bench.evaluate;

import io.quantedge.bench.BidMaker;
import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Progress;
import io.quantedge.bench.service.Services;
import io.quantedge.bench.stats.Samples;
import io.quantedge.contracts.slot.CloseCause;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.contracts.traffic.AuctionEvent.SlotOpened;
import io.quantedge.localstack.LocalKafka;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long it takes from a slot's closing time until its outcome is in the hands of a consumer,
 * while bids are written to the log at a steady pace. Used by one thread.
 */
final class CloseLatency {
  /** How far the closing times of two slots are apart. */
  private static final Duration GAP = Duration.ofMillis(100);

  /** So many slots that close next are bid on at a time. */
  private static final int BUSY = 50;

  /** The last bids of a slot are sent so long before it closes. */
  private static final Duration MARGIN = Duration.ofMillis(50);

  private static final Duration LEAD = Duration.ofSeconds(8);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int ACCOUNTS = 500;
  private static final long SEED = 42;
  private static final long TICK_NANOS = 500_000;
  private static final double SECOND_NANOS = 1e9;

  private final EvaluateOptions options;
  private final Progress progress;

  CloseLatency(EvaluateOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * What was found.
   *
   * @param millis from closing time to the outcome's arrival, warm-up left out
   * @param bidsPerSecond that were written meanwhile
   * @param bids all of them
   */
  record Found(Samples millis, double bidsPerSecond, long bids) {}

  /**
   * @throws BrokenRunException if a slot has no outcome, or a wrong one
   */
  Found run() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        Services services = new Services();
        LogWriter log = new LogWriter(kafka.bootstrapServers());
        OutcomeWatch watch = new OutcomeWatch(kafka.bootstrapServers())) {
      services.start(
          "evaluator-service", Map.of("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers()));
      Auctions auctions = open(log);
      progress.say(
          "%d auctions end one after the other, with %s bids/s"
              .formatted(auctions.count(), Figures.count(options.bidsPerSecond())));
      long[] sent = bid(log, auctions);
      log.flush();
      awaitAll(watch, auctions);
      return judge(watch, auctions, sent);
    }
  }

  private record Auctions(Instant first, int count) {
    Instant closesAt(int number) {
      return first.plus(GAP.multipliedBy(number));
    }

    /** The first that takes bids still. */
    int next(Instant now) {
      Duration gone = Duration.between(first, now.plus(MARGIN));
      return gone.isNegative() ? 0 : (int) (gone.dividedBy(GAP) + 1);
    }
  }

  private Auctions open(LogWriter log) throws Exception {
    Instant now = Instant.now();
    Auctions auctions = new Auctions(now.plus(LEAD), options.warmupCloses() + options.closes());
    for (int i = 0; i < auctions.count(); i++) {
      log.append(new SlotOpened(BidMaker.slot(BidMaker.slotId(i), now, auctions.closesAt(i)), now));
    }
    log.flush();
    return auctions;
  }

  /**
   * Bids are due at a fixed rate, whatever becomes of them.
   *
   * @return how many each slot got
   */
  private long[] bid(LogWriter log, Auctions auctions) {
    SplittableRandom random = new SplittableRandom(SEED);
    BidMaker maker = new BidMaker(ACCOUNTS, random.split());
    long[] sent = new long[auctions.count()];
    long begun = System.nanoTime();
    for (long due = 0; ; ) {
      double seconds = (System.nanoTime() - begun) / SECOND_NANOS;
      for (; due < seconds * options.bidsPerSecond(); due++) {
        Instant now = Instant.now();
        int next = auctions.next(now);
        if (next >= auctions.count()) {
          return sent;
        }
        int slot = random.nextInt(next, Math.min(next + BUSY, auctions.count()));
        log.append(new BidPlaced(maker.bid(BidMaker.slotId(slot), now)));
        sent[slot]++;
      }
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  private static void awaitAll(OutcomeWatch watch, Auctions auctions)
      throws InterruptedException, BrokenRunException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (watch.size() < auctions.count()) {
      if (System.nanoTime() > deadline) {
        throw new BrokenRunException(
            "%d auctions ended and %d outcomes came".formatted(auctions.count(), watch.size()));
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private Found judge(OutcomeWatch watch, Auctions auctions, long[] sent)
      throws BrokenRunException {
    if (watch.wrong().isPresent()) {
      throw new BrokenRunException(watch.wrong().get());
    }
    List<OutcomeWatch.Seen> all =
        IntStream.range(0, auctions.count())
            .mapToObj(i -> watch.of(BidMaker.slotId(i)).orElseThrow())
            .toList();
    for (int i = 0; i < all.size(); i++) {
      long received = all.get(i).outcome().total().received();
      if (received > sent[i] || all.get(i).outcome().closeCause() != CloseCause.TIMER) {
        throw new BrokenRunException(
            "slot %s got %d bids, and its outcome is %s"
                .formatted(BidMaker.slotId(i), sent[i], all.get(i).outcome()));
      }
    }
    long bids = IntStream.range(0, sent.length).mapToLong(i -> sent[i]).sum();
    double seconds = LEAD.plus(GAP.multipliedBy(auctions.count())).toNanos() / SECOND_NANOS;
    return new Found(
        Samples.of(
            all.subList(options.warmupCloses(), all.size()).stream()
                .map(seen -> seen.sinceClosing().toNanos() / 1e6)
                .toList()),
        bids / seconds,
        bids);
  }
}
