package io.quantedge.bench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.bench.http.Requests;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FloorTest {
  private final Floor floor = Floor.of(20, 30, new SplittableRandom(1));

  @Test
  void everyBidIsNewAndAllSlotsAndManyAccountsTakePart() throws Exception {
    Requests lines = floor.lines();
    Set<String> ids = new HashSet<>();
    Set<String> slots = new HashSet<>();
    Set<String> accounts = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      JsonNode bid = Json.mapper().readTree(next(lines));
      ids.add(BidId.parse(bid.path("bidId").asText()).toString());
      slots.add(bid.path("slotId").asText());
      accounts.add(bid.path("accountId").asText());
    }
    assertThat(ids).hasSize(10_000);
    assertThat(slots).hasSize(20);
    assertThat(accounts).hasSize(30);
  }

  @Test
  void threadsDoNotSendTheSameBids() throws Exception {
    String one = next(floor.split().lines());
    String other = next(floor.split().lines());
    assertThat(Json.mapper().readTree(one).path("bidId"))
        .isNotEqualTo(Json.mapper().readTree(other).path("bidId"));
  }

  @Test
  void aRequestSaysHowLongItIs() throws Exception {
    String request = next(floor.requests("127.0.0.1:8081"));
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    assertThat(request)
        .startsWith("POST /v1/slots/bench-slot-00000/bids HTTP/1.1\r\nHost: 127.0.0.1:8081\r\n")
        .contains("\r\nContent-Length: " + body.length() + "\r\n");
    assertThat(Json.mapper().readTree(body).path("amount").asText()).matches("\\d+\\.\\d{4}");
  }

  private static String next(Requests requests) {
    ByteBuffer buffer = ByteBuffer.allocate(4_096);
    requests.next(buffer);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
  }
}
