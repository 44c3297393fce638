package io.quantedge.bench.settle;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.contracts.outcome.AuctionOutcome;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic of outcomes for one service alone, filled as the evaluator fills its own: the key is the
 * winner. Thread-safe.
 */
final class Outcomes implements AutoCloseable {
  private final String topic;
  private final KafkaProducer<String, byte[]> producer;

  Outcomes(String bootstrapServers, String topic) throws InterruptedException, ExecutionException {
    this.topic = topic;
    Map<String, Object> broker = Map.of("bootstrap.servers", bootstrapServers);
    try (Admin admin = Admin.create(broker)) {
      NewTopic created = new NewTopic(topic, Topic.AUCTION_OUTCOMES.partitions(), (short) 1);
      admin.createTopics(List.of(created)).all().get();
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  String topic() {
    return topic;
  }

  /** Returns when the broker has all of them. */
  void send(List<AuctionOutcome> outcomes) throws InterruptedException, ExecutionException {
    List<Future<RecordMetadata>> sent =
        outcomes.stream().map(outcome -> producer.send(record(outcome))).toList();
    for (Future<RecordMetadata> acknowledged : sent) {
      acknowledged.get();
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private ProducerRecord<String, byte[]> record(AuctionOutcome outcome) {
    return new ProducerRecord<>(
        topic,
        outcome.candidates().getFirst().bid().accountId().value(),
        EventCodec.OUTCOME.encode(outcome));
  }
}
