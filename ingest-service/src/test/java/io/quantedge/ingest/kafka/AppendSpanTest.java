package io.quantedge.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.testing.Samples;
import io.quantedge.tracing.Traces;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class AppendSpanTest {
  @Test
  void shouldLeaveRecordsAsTheyAreWhileTracingIsOff() {
    Headers headers = new RecordHeaders();
    AuctionEvent bid = new AuctionEvent.BidPlaced(Samples.bid("s", new UUID(0, 1), "5"));

    AppendSpan one = AppendSpan.begin(Traces.off(), bid, headers);
    AppendSpan another = AppendSpan.begin(Traces.off(), bid, headers);

    assertThat(headers).isEmpty();
    assertThat(one).as("nothing is made for a bid").isSameAs(another);
  }
}
