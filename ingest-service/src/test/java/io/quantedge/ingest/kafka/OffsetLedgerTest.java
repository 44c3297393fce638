package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private static final TopicPartition ONE = new TopicPartition("t", 1);
  private static final TopicPartition TWO = new TopicPartition("t", 2);

  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void shouldCommitNothingBehindARecordThatIsNotDone() {
    OffsetLedger.Entry first = ledger.begin(ONE, 5);
    OffsetLedger.Entry second = ledger.begin(ONE, 6);
    OffsetLedger.Entry other = ledger.begin(TWO, 9);

    ledger.done(second);
    ledger.done(other);
    assertThat(ledger.takeCommittable()).isEqualTo(Map.of(TWO, new OffsetAndMetadata(10)));
    assertThat(ledger.open()).isEqualTo(1);

    ledger.done(first);
    assertThat(ledger.takeCommittable()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(7)));
    assertThat(ledger.takeCommittable()).isEmpty();
  }

  @Test
  void shouldStepOverOffsetsThatNoRecordHas() {
    ledger.done(ledger.begin(ONE, 5));
    ledger.done(ledger.begin(ONE, 9));

    assertThat(ledger.takeCommittable()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(10)));
  }

  @Test
  void shouldForgetWhatSomebodyElseReadsNow() {
    OffsetLedger.Entry before = ledger.begin(ONE, 5);
    ledger.done(ledger.begin(TWO, 1));
    ledger.drop(List.of(ONE));

    ledger.done(before);

    assertThat(ledger.isDropped(before)).isTrue();
    assertThat(ledger.open()).isZero();
    assertThat(ledger.takeCommittable()).isEqualTo(Map.of(TWO, new OffsetAndMetadata(2)));
  }

  @Test
  void shouldOfferAgainWhatCouldNotBeCommittedButNothingOlder() {
    ledger.done(ledger.begin(ONE, 5));
    Map<TopicPartition, OffsetAndMetadata> failed = ledger.takeCommittable();
    ledger.done(ledger.begin(ONE, 6));
    ledger.notCommitted(failed);

    assertThat(ledger.takeCommittable()).isEqualTo(Map.of(ONE, new OffsetAndMetadata(7)));
  }
}
