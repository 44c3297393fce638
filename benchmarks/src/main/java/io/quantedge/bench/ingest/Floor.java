package io.quantedge.bench.ingest;

import io.quantedge.bench.BidMaker;
import io.quantedge.bench.http.Requests;
import io.quantedge.contracts.bid.Bid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
  private static final int TEMPLATES = 4_096;

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
    BidMaker maker = new BidMaker(accounts, random.split());
    return new Floor(
        IntStream.range(0, Math.max(TEMPLATES, slots))
            .mapToObj(i -> maker.bid(BidMaker.slotId(i % slots), Instant.now()))
            .toList(),
        random);
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
}
