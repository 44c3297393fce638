package io.quantedge.bench.ingest;

import io.quantedge.bench.http.Requests;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The trading floor that is bid on: slots, buyers, and an endless row of valid bids that are spread
 * over both, in the forms in which they travel. Each bid is new. Used by one thread; {@link #split}
 * for others.
 */
final class Floor {
  private static final String CURRENCY = "USD";
  private static final int TEMPLATES = 4_096;
  private static final long LEAST_UNITS = 10_000;
  private static final long MOST_UNITS = 200_000;
  private static final int MOST_LATENCY_MILLIS = 250;
  private static final List<String> REGIONS =
      List.of("us-east-1", "eu-west-1", "ap-southeast-1", "sa-east-1");

  private final List<Bid> bids;
  private final SplittableRandom random;

  private Floor(List<Bid> bids, SplittableRandom random) {
    this.bids = bids;
    this.random = random;
  }

  /**
   * @param slots how many there are, 1 or more
   * @param accounts how many buyers there are, 1 or more
   */
  static Floor of(int slots, int accounts, SplittableRandom random) {
    return new Floor(
        IntStream.range(0, Math.max(TEMPLATES, slots))
            .mapToObj(i -> bid(slot(i % slots), random.nextInt(accounts), random))
            .toList(),
        random);
  }

  /**
   * @param number from 0
   */
  static String slot(int number) {
    return "bench-slot-%05d".formatted(number);
  }

  /** The same floor for another thread. */
  Floor split() {
    return new Floor(bids, random.split());
  }

  /** Each bid as an HTTP request of its own. */
  Requests requests(String host) {
    return endless(bid -> {
      String body = json(bid, "");
      return """
      POST /v1/slots/%s/bids HTTP/1.1\r
      Host: %s\r
      Content-Type: application/json\r
      Content-Length: %d\r
      \r
      %s\
      """
          .formatted(bid.slotId(), host, body.length(), body);
    });
  }

  /** Each bid as one line of a stream. */
  Requests lines() {
    return endless(bid -> json(bid, "\"slotId\":\"" + bid.slotId() + "\",") + "\n");
  }

  /** Some bids as they stand in the log, to be sent again and again. */
  List<Bid> sample() {
    return bids;
  }

  private Requests endless(Function<Bid, String> form) {
    List<BidTemplate> templates = bids.stream().map(form).map(BidTemplate::new).toList();
    SplittableRandom ids = random.split();
    return new Requests() {
      private int next;

      @Override
      public void next(ByteBuffer target) {
        templates.get(next).put(target, ids.nextLong(), ids.nextLong());
        next = (next + 1) % templates.size();
      }
    };
  }

  private static String json(Bid bid, String first) {
    String text =
        """
        {%s"bidId":"%s","accountId":"%s","region":"%s","amount":"%s","currency":"%s",\
        "latencyMs":%d,"qualityScore":"%s"}\
        """
            .formatted(
                first,
                BidTemplate.ID,
                bid.accountId(),
                bid.region(),
                bid.price().amount(),
                bid.price().currency(),
                bid.latencyMs(),
                bid.qualityScore().toDecimal());
    if (text.length() != text.getBytes(StandardCharsets.UTF_8).length) {
      throw new IllegalStateException("a bid of the benchmark has more bytes than letters");
    }
    return text;
  }

  private static Bid bid(String slot, int buyer, SplittableRandom random) {
    return new Bid(
        BidId.fresh(),
        new SlotId(slot),
        new AccountId("bench-buyer-%04d".formatted(buyer)),
        new Region(REGIONS.get(random.nextInt(REGIONS.size()))),
        Money.ofUnits(random.nextLong(LEAST_UNITS, MOST_UNITS), CURRENCY),
        random.nextInt(MOST_LATENCY_MILLIS),
        new QualityScore(random.nextInt(QualityScore.SCALE / 2, QualityScore.SCALE)),
        Instant.now().truncatedTo(ChronoUnit.MICROS));
  }
}
