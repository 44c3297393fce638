package io.quantedge.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BidHasherTest {
  private static final Bid BID =
      new Bid(
          BidId.parse("0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f"),
          new SlotId("slot-1"),
          new AccountId("advertiser.one"),
          new Region("eu-west-1"),
          Money.of("5.4000", "USD"),
          23,
          new QualityScore(9_500),
          Instant.parse("2026-11-21T12:00:00.123456Z"));

  @Test
  void hashesAreTheOnesThatOutcomesWereMadeOf() {
    HexFormat hex = HexFormat.of();

    assertThat(hex.formatHex(BidHash.ofContent(BID)))
        .isEqualTo("b75cefc98186baac4428ed35885ed652b0f5cd5544b5f7848e27afc2aaabd51e");
    assertThat(hex.formatHex(BidHash.ofRecord(BID)))
        .isEqualTo("3486b813f890881f7a6e30adaae6f6194c3cf0bfbe58bc417b4346caceaf934a");
  }

  @Test
  void oneHasherHashesManyBidsAsTheCanonicalTextSays() {
    BidHasher hasher = new BidHasher();
    for (int seed = 0; seed < 5_000; seed++) {
      Bid bid = randomBid(new Random(seed));
      String content =
          String.join(
              "|",
              bid.bidId().toString(),
              bid.slotId().value(),
              bid.accountId().value(),
              bid.region().name(),
              String.valueOf(bid.price().units()),
              bid.price().currency(),
              String.valueOf(bid.latencyMs()),
              String.valueOf(bid.qualityScore().tenThousandths()));
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, bid.acceptedAt());

      assertThat(hasher.ofContent(bid)).as("seed %d", seed).isEqualTo(sha256(content));
      assertThat(hasher.ofRecord(bid))
          .as("seed %d", seed)
          .isEqualTo(sha256(content + '|' + micros));
      assertThat(hasher.ofRecord(bid, 0)).as("seed %d", seed).isEqualTo(sha256(content + "|0"));
      assertThat(BidHasher.micros(bid.acceptedAt())).as("seed %d", seed).isEqualTo(micros);
    }
  }

  private static byte[] sha256(String text) {
    return BidHash.newSha256().digest(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The longest and the shortest of everything are among them. */
  private static Bid randomBid(Random random) {
    int length = random.nextInt(4) == 0 ? 64 : 1 + random.nextInt(64);
    return new Bid(
        new BidId(
            random.nextInt(9) == 0
                ? new UUID(0, random.nextInt(2))
                : new UUID(random.nextLong(), random.nextLong())),
        new SlotId("s".repeat(length)),
        new AccountId("A".repeat(65 - length)),
        new Region(random.nextBoolean() ? "us-east-1" : "us-abcdefghijkl-mnopqrstuvwx-12"),
        Money.ofUnits(
            random.nextInt(4) == 0 ? Money.MAX_UNITS : 1 + random.nextLong(Money.MAX_UNITS), "USD"),
        random.nextBoolean() ? 0 : random.nextInt(Bid.MAX_LATENCY_MS + 1),
        new QualityScore(1 + random.nextInt(QualityScore.SCALE)),
        random.nextInt(9) == 0
            ? Instant.parse("9999-12-31T23:59:59.999999Z")
            : Instant.EPOCH.plus(random.nextLong(1L << 50), ChronoUnit.MICROS));
  }
}
