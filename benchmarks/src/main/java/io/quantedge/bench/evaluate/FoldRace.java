package io.quantedge.bench.evaluate;

import io.quantedge.bench.BidMaker;
import io.quantedge.bench.BrokenRunException;
import io.quantedge.bench.Figures;
import io.quantedge.bench.Progress;
import io.quantedge.contracts.bid.RejectionReason;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.evaluator.domain.FoldRules;
import io.quantedge.evaluator.domain.PartitionFold;
import io.quantedge.localstack.LocalKafka;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Lets a reader that folds and one that only decodes read the same log in turn, on one thread. Used
 * by one thread.
 */
final class FoldRace {
  static final String DECODE = "decode";
  static final String FOLD = "decode and fold";

  private static final FoldRules RULES = new FoldRules(3, 0x5eed_5eed_5eedL);
  private static final int WARMUPS = 2;

  private final EvaluateOptions options;
  private final Progress progress;
  private final Map<String, List<Reader.Pass>> rounds = new LinkedHashMap<>();
  private long seen;

  FoldRace(EvaluateOptions options, Progress progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * What each did in each round, by its name.
   *
   * @throws BrokenRunException if the fold did not count what was written
   */
  Map<String, List<Reader.Pass>> run() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        LogWriter log = new LogWriter(kafka.bootstrapServers())) {
      progress.say("writing %s records to be folded".formatted(Figures.count(options.records())));
      WrittenLog written = WrittenLog.write(log, options.records());
      Reader reader = new Reader(kafka.bootstrapServers());
      for (int round = 1 - WARMUPS; round <= options.rounds(); round++) {
        // Another one begins each time, so that noise hits both alike.
        for (String name : round % 2 == 0 ? List.of(FOLD, DECODE) : List.of(DECODE, FOLD)) {
          Reader.Pass pass = name.equals(FOLD) ? fold(reader, written) : decode(reader);
          if (round > 0) {
            rounds.computeIfAbsent(name, key -> new ArrayList<>()).add(pass);
          }
          progress.say(
              "%s: %s, %s records/s"
                  .formatted(
                      round > 0 ? "round " + round + " of " + options.rounds() : "warm-up",
                      name,
                      Figures.number(pass.throughput().perSecond())));
        }
      }
      return rounds;
    }
  }

  private Reader.Pass decode(Reader reader) throws Exception {
    return reader.read((partition, offset, event) -> seen += weight(event));
  }

  /** Uses the event, so that the compiler cannot leave its making out. */
  private static long weight(AuctionEvent event) {
    return event instanceof AuctionEvent.BidPlaced(var bid) ? bid.price().units() : 0;
  }

  private static Reader.Pass fold(Reader reader, WrittenLog written) throws Exception {
    List<PartitionFold> folds =
        IntStream.range(0, Topic.AUCTION_EVENTS.partitions())
            .mapToObj(partition -> new PartitionFold(partition, 0, RULES))
            .toList();
    Reader.Pass pass =
        reader.read((partition, offset, event) -> folds.get(partition).apply(event, offset));
    requireCounted(folds, written);
    return pass;
  }

  private static void requireCounted(List<PartitionFold> folds, WrittenLog written)
      throws BrokenRunException {
    List<Tally> tallies =
        IntStream.range(0, written.slots())
            .mapToObj(BidMaker::slotId)
            .flatMap(slot -> folds.stream().map(fold -> fold.view(slot)).flatMap(Optional::stream))
            .map(view -> view.total())
            .toList();
    long received = tallies.stream().mapToLong(Tally::received).sum();
    long repeats = tallies.stream().mapToLong(Tally::duplicate).sum();
    long contradictions =
        tallies.stream()
            .mapToLong(
                tally -> tally.rejected().getOrDefault(RejectionReason.CONFLICTING_DUPLICATE, 0L))
            .sum();
    WrittenLog found = new WrittenLog(tallies.size(), received, repeats, contradictions);
    if (!found.equals(written)) {
      throw new BrokenRunException("the fold found " + found + " in " + written);
    }
  }
}
