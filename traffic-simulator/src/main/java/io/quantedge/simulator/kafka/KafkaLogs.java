package io.quantedge.simulator.kafka;

import io.quantedge.contracts.json.EventCodec;
import io.quantedge.contracts.json.MalformedEventException;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.Logs;
import io.quantedge.simulator.domain.evidence.AuctionLog;
import io.quantedge.simulator.domain.evidence.ConflictFold;
import io.quantedge.simulator.domain.evidence.Outcomes;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** The topics of a Kafka broker, read with one consumer that belongs to no group. */
public final class KafkaLogs implements Logs {
  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicReader reader;
  private Map<Integer, Long> conflictsRead = new HashMap<>();

  /**
   * @param bootstrap {@code host:port}, more of them joined by commas
   */
  public KafkaLogs(String bootstrap) {
    consumer = GroupLess.consumer(bootstrap);
    reader = new TopicReader(consumer);
  }

  @Override
  public Marks ends() throws RunFailedException, InterruptedException {
    return new Marks(reader.ends(Topic.AUCTION_EVENTS), reader.ends(Topic.AUCTION_OUTCOMES));
  }

  @Override
  public void readAuctionEvents(Marks from, AuctionLog into)
      throws RunFailedException, InterruptedException {
    reader.read(Topic.AUCTION_EVENTS, from.auctionEvents(), found -> add(found, into));
  }

  private static void add(ConsumerRecord<String, byte[]> found, AuctionLog into) {
    if (!into.wants(found.key())) {
      return;
    }
    try {
      into.add(found.partition(), found.offset(), EventCodec.AUCTION_EVENT.decode(found.value()));
    } catch (MalformedEventException e) {
      into.addUnreadable();
    }
  }

  @Override
  public void readOutcomes(Marks from, Outcomes into)
      throws RunFailedException, InterruptedException {
    reader.read(
        Topic.AUCTION_OUTCOMES,
        from.outcomes(),
        found -> {
          try {
            into.add(EventCodec.OUTCOME.decode(found.value()));
          } catch (MalformedEventException e) {
            // It has no slot, so it cannot be this run's; a missing outcome is seen by the checks.
          }
        });
  }

  @Override
  public void readNewConflicts(ConflictFold into) throws RunFailedException, InterruptedException {
    if (conflictsRead.isEmpty()) {
      conflictsRead = new HashMap<>(reader.beginnings(Topic.CONFLICT_EVENTS));
    }
    conflictsRead =
        reader.read(
            Topic.CONFLICT_EVENTS,
            conflictsRead,
            found -> {
              try {
                into.add(EventCodec.CONFLICT.decode(found.value()));
              } catch (MalformedEventException e) {
                // Nor can telemetry read it: the figures still must agree.
              }
            });
  }

  @Override
  public void close() {
    consumer.close();
  }
}
