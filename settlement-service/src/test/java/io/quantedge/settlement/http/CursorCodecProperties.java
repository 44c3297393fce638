package io.quantedge.settlement.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.AccountId;
import io.quantedge.settlement.application.TruthReads.EntryKey;
import io.quantedge.settlement.application.TruthReads.TimeKey;
import io.quantedge.settlement.http.CursorCodec.StatementKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecProperties {
  private static final List<CursorCodec<?>> ALL =
      List.of(
          CursorCodec.ACCOUNTS, CursorCodec.SETTLEMENTS, CursorCodec.LEDGER, CursorCodec.STATEMENT);

  @ParameterizedTest
  @ValueSource(longs = {8, 20260308, 99})
  void whatIsHandedOutIsReadBackAndNoOtherListTakesIt(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 2_000; run++) {
      String description = "seed " + seed + " run " + run;
      TimeKey time = new TimeKey(instant(random), uuid(random));
      AccountId account = new AccountId("a" + Long.toString(random.nextLong() >>> 1, 36) + "._-");

      assertRoundTrip(CursorCodec.ACCOUNTS, account, description);
      assertRoundTrip(CursorCodec.SETTLEMENTS, time, description);
      assertRoundTrip(CursorCodec.LEDGER, new EntryKey(account, time.at(), time.id()), description);
      assertRoundTrip(CursorCodec.STATEMENT, new StatementKey(instant(random), time), description);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {9, 20260309})
  void whateverIsSentInsteadIsRefusedAsABadCursor(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int run = 0; run < 2_000; run++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertRefused(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      assertRefused(new String(bytes, StandardCharsets.ISO_8859_1));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ledger",
        "ledger\nacme\nyesterday\n0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",
        "ledger\nacme\n2026-03-01T10:00:00Z\nnot-a-uuid",
        "ledger\n-\n2026-03-01T10:00:00Z\n0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f",
        "ledger\nacme\n2026-03-01T10:00:00Z\n0190b7f0-5c1e-7cc3-98c4-dc0c0c07398f\nmore",
        "accounts\n../../etc/passwd"
      })
  void textThatIsAlmostACursorIsRefusedToo(String text) {
    assertRefused(Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static <K> void assertRoundTrip(CursorCodec<K> codec, K key, String description) {
    String cursor = codec.encode(key);
    assertThat(cursor).as(description).matches("[A-Za-z0-9_-]{1,400}");
    assertThat(codec.decode(cursor)).as(description).isEqualTo(key);
    assertThat(ALL.stream().filter(other -> other != codec))
        .as(description)
        .allSatisfy(other -> assertRefusedBy(other, cursor));
  }

  private static void assertRefused(String cursor) {
    assertThat(ALL).allSatisfy(codec -> assertRefusedBy(codec, cursor));
  }

  private static void assertRefusedBy(CursorCodec<?> codec, String cursor) {
    assertThatThrownBy(() -> codec.decode(cursor))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
  }

  private static Instant instant(RandomGenerator random) {
    return Instant.EPOCH
        .plusSeconds(random.nextLong(4_000_000_000L))
        .plusNanos(1_000L * random.nextInt(1_000_000));
  }

  private static UUID uuid(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
