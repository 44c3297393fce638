package io.quantedge.simulator.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.QualityScore;
import io.quantedge.contracts.conflict.ConflictEvent;
import io.quantedge.contracts.conflict.ConflictEvent.Cause;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.localstack.LocalKafka;
import io.quantedge.simulator.application.Logs.Marks;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.ConflictFold;
import io.quantedge.simulator.domain.evidence.SlotLog.LoggedBid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The topics of a real broker. */
@TestInstance(Lifecycle.PER_CLASS)
class KafkaLogsIT {
  private static final SlotId OURS = new SlotId("ours");
  private static final SlotId THEIRS = new SlotId("theirs");

  private final LocalKafka kafka = LocalKafka.start();
  private final KafkaLogs logs = new KafkaLogs(kafka.bootstrapServers());
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of(
              ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
              kafka.bootstrapServers(),
              ProducerConfig.ACKS_CONFIG,
              "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  @BeforeAll
  void somebodyElseTradedBefore() throws Exception {
    send(Topic.AUCTION_EVENTS, OURS.value(), bid(OURS, 99));
    producer.flush();
  }

  @AfterAll
  void stop() {
    producer.close();
    logs.close();
    kafka.close();
  }

  @Test
  void readsWhatARunAddedAndNothingElse() throws Exception {
    Marks start = logs.ends();
    for (int i = 0; i < 2_500; i++) {
      send(Topic.AUCTION_EVENTS, OURS.value(), bid(OURS, i));
    }
    send(Topic.AUCTION_EVENTS, THEIRS.value(), bid(THEIRS, 1));
    send(Topic.AUCTION_EVENTS, OURS.value(), "{".getBytes(StandardCharsets.UTF_8));
    AuctionLog log = new AuctionLog(List.of(OURS));

    producer.flush();
    logs.readAuctionEvents(start, log);

    assertThat(log.bids()).isEqualTo(2_500);
    assertThat(log.unreadable()).isEqualTo(1);
    assertThat(log.slot(THEIRS)).isEmpty();
    List<LoggedBid> bids = log.slot(OURS).orElseThrow().bids();
    assertThat(bids).extracting(LoggedBid::offset).isSorted();
    assertThat(bids.getFirst().bid().bidId().value()).isEqualTo(new UUID(1, 0));
    assertThat(bids.getLast().bid().bidId().value()).isEqualTo(new UUID(1, 2_499));
  }

  @Test
  void readsEachConflictOnce() throws Exception {
    ConflictFold fold = new ConflictFold(List.of(OURS));
    send(Topic.CONFLICT_EVENTS, "1", conflict(1));
    producer.flush();
    logs.readNewConflicts(fold);
    assertThat(fold.ofRun().conflicts()).isEqualTo(1);

    logs.readNewConflicts(fold);
    assertThat(fold.ofRun().conflicts()).isEqualTo(1);

    send(Topic.CONFLICT_EVENTS, "2", conflict(2));
    send(Topic.CONFLICT_EVENTS, "3", "no event".getBytes(StandardCharsets.UTF_8));
    producer.flush();
    logs.readNewConflicts(fold);
    assertThat(fold.ofRun().conflicts()).isEqualTo(2);
  }

  private void send(Topic topic, String key, byte[] value) {
    var unused = producer.send(new ProducerRecord<>(topic.topicName(), key, value));
  }

  private static byte[] bid(SlotId slot, int id) {
    return EventCodec.AUCTION_EVENT.encode(
        new BidPlaced(
            new Bid(
                new BidId(new UUID(1, id)),
                slot,
                new AccountId("ann"),
                new Region("us-east-1"),
                Money.of("1", "USD"),
                0,
                QualityScore.FULL,
                Instant.EPOCH)));
  }

  private static byte[] conflict(int operation) {
    return EventCodec.CONFLICT.encode(
        new ConflictEvent.AttemptFailed(
            new UUID(2, operation),
            List.of(OURS),
            "w",
            "us-east-1",
            1,
            Cause.CONFLICT,
            Optional.of("40001"),
            Optional.empty(),
            1,
            Instant.EPOCH));
  }
}
