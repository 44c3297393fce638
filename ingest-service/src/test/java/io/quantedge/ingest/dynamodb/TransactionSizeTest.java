package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TransactionSizeTest {
  @Test
  void shouldTakeWhatOneTransactionCanLookAt() {
    assertThatCode(() -> TransactionSize.require(13, 64)).doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhatToLowerBeforeTheFirstDoubtfulBidFails() {
    assertThatThrownBy(() -> TransactionSize.require(14, 64))
        .hasMessageContaining("105 items")
        .hasMessageContaining("exchange.ingest.store.shards.max");
  }
}
