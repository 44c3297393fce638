package io.quantedge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quantedge.cli.dlq.DeadLetters;
import io.quantedge.cli.dlq.Replayer;
import io.quantedge.contracts.kafka.Topic;
import io.quantedge.localstack.LocalKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands for dead letters on a real broker. Each test leaves no letter unsent. */
@Timeout(90)
@TestInstance(Lifecycle.PER_CLASS)
class DlqCommandsIT {
  private static final byte[] BINARY = {(byte) 0xff, 0, 1};

  private final LocalKafka kafka = LocalKafka.start();
  private final KafkaProducer<String, byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
          new StringSerializer(),
          new ByteArraySerializer());

  @TempDir static Path folder;

  @BeforeAll
  void nothingIsThereAtFirst() {
    FakeHome home = new FakeHome(folder);
    assertThat(dlq(home, "list")).isZero();
    assertThat(home.err.toString()).contains("There are no dead letters.");
  }

  @AfterAll
  void close() {
    producer.close();
    kafka.close();
  }

  @Test
  void lettersAreListedOldestFirstWithTheirCause() throws Exception {
    String slot = fresh("slot");
    long first = letter("buyer-1", outcome(slot), "not a readable AuctionOutcome");
    long second = letter("", "\u001b[2J".getBytes(StandardCharsets.UTF_8), "another\ncause");
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "list", "--limit", "2")).isZero();

    assertThat(home.out.toString().lines())
        .satisfiesExactly(
            head -> assertThat(head).startsWith("position"),
            row ->
                assertThat(row)
                    .startsWith("0:" + first + " ")
                    .containsPattern(" no +buyer-1 +" + slot)
                    .endsWith(" not a readable AuctionOutcome"),
            row -> assertThat(row).startsWith("0:" + second + " ").endsWith("another?cause"));
    assertThat(home.err.toString()).contains("2 of ");
    replayAll();
  }

  @Test
  void oneLetterIsShownWithItsHeadersAndItsJsonIndented() throws Exception {
    String slot = fresh("slot");
    long offset = letter("buyer-1", outcome(slot), "poison");
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "show", "0:" + offset)).isZero();

    assertThat(home.out.toString())
        .contains("position: 0:" + offset, "key: buyer-1", "replayed: no", "dlq-cause: poison")
        .contains("\"slotId\" : \"" + slot + "\"");
    replayAll();
  }

  @Test
  void aLetterIsSentAsItCameAndOnlyOnce() throws Exception {
    String key = fresh("buyer");
    long offset = letter(key, BINARY, "poison");
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "replay", Long.toString(offset))).isZero();
    assertThat(home.out.toString())
        .contains("sent 0:%d to auction-outcomes key=%s".formatted(offset, key));
    assertThat(dlq(home, "replay", Long.toString(offset))).isEqualTo(ExitCode.FAILED);
    assertThat(home.err.toString()).contains("1 already sent before").contains("--again");
    assertThat(dlq(home, "replay", "--all")).isZero();

    List<ConsumerRecord<String, byte[]>> sent = outcomes(key);
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().value()).isEqualTo(BINARY);
    assertThat(sent.getFirst().headers())
        .extracting(header -> header.key())
        .containsExactly("trace");
    assertThat(sent.getFirst().headers().lastHeader("trace").value()).isEqualTo(BINARY);
  }

  @Test
  void againSendsALetterOnceMore() throws Exception {
    String key = fresh("buyer");
    long offset = letter(key, outcome("s"), "poison");
    FakeHome home = new FakeHome(folder);
    dlq(home, "replay", "0:" + offset);

    assertThat(dlq(home, "replay", "0:" + offset, "--again")).isZero();

    assertThat(outcomes(key)).hasSize(2);
  }

  @Test
  void allSendsEachLetterOnceHoweverOftenItIsAsked() throws Exception {
    String key = fresh("buyer");
    int letters = 250;
    for (int i = 0; i < letters; i++) {
      letter(key, outcome("s-" + i), "poison");
    }
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "replay", "--all", "--dry-run")).isZero();
    assertThat(home.err.toString()).contains("250 to send");
    assertThat(outcomes(key)).isEmpty();
    assertThat(dlq(home, "replay", "--all")).isZero();
    assertThat(home.err.toString()).contains("250 sent");
    assertThat(dlq(home, "replay", "--all")).isZero();
    assertThat(home.err.toString()).contains("0 sent");

    assertThat(outcomes(key)).hasSize(letters);
    home.out.getBuffer().setLength(0);
    assertThat(dlq(home, "list", "--limit", "1")).isZero();
    assertThat(home.out.toString()).containsPattern(" yes +" + key);
  }

  @Test
  void aReplayThatIsOvertakenByAnotherSendsNothing() throws Exception {
    String key = fresh("buyer");
    letter(key, outcome("s"), "poison");
    FakeHome home = new FakeHome(folder);
    try (DeadLetters letters = new DeadLetters(kafka.bootstrapServers());
        Replayer overtaken = Replayer.connect(kafka.bootstrapServers(), Clock.systemUTC())) {
      var waiting = letters.latest(1).latest();
      assertThat(dlq(home, "replay", "--all")).isZero();

      assertThat(catchThrowable(() -> overtaken.send(waiting)))
          .hasMessageContaining("nothing was sent");
    }

    assertThat(outcomes(key)).hasSize(1);
  }

  @Test
  void aLetterOfUnknownOriginIsNamedAndTheOthersAreSent() throws Exception {
    String key = fresh("buyer");
    long lost =
        producer
            .send(new ProducerRecord<>(Topic.AUCTION_OUTCOMES_DLQ.topicName(), key, BINARY))
            .get()
            .offset();
    letter(key, outcome("s"), "poison");
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "replay", "--all")).isEqualTo(ExitCode.FAILED);

    assertThat(home.err.toString()).contains("0:" + lost + " cannot be sent", "dlq-topic");
    assertThat(outcomes(key)).hasSize(1);
    // Nobody should meet it again: old records go, as the topic's retention does it.
    deleteUpTo(lost + 1);
  }

  @Test
  void whatIsNotThereIsSaid() {
    FakeHome home = new FakeHome(folder);

    assertThat(dlq(home, "show", "999999")).isEqualTo(ExitCode.FAILED);
    assertThat(dlq(home, "replay", "999999")).isEqualTo(ExitCode.FAILED);
    assertThat(home.err.toString()).contains("no dead letter at position 0:999999");
  }

  private void replayAll() {
    assertThat(dlq(new FakeHome(folder), "replay", "--all")).isZero();
  }

  private int dlq(FakeHome home, String... words) {
    List<String> line = new ArrayList<>(List.of("dlq"));
    line.addAll(List.of(words));
    line.addAll(List.of("--bootstrap", kafka.bootstrapServers()));
    return home.run(line.toArray(String[]::new));
  }

  /** Isolates a record as settlement does; answers its offset. */
  private long letter(String key, byte[] value, String cause) throws Exception {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(Topic.AUCTION_OUTCOMES_DLQ.topicName(), key, value);
    letter
        .headers()
        .add("trace", BINARY)
        .add("dlq-cause", cause.getBytes(StandardCharsets.UTF_8))
        .add("dlq-topic", "auction-outcomes".getBytes(StandardCharsets.UTF_8))
        .add("dlq-partition", "0".getBytes(StandardCharsets.UTF_8))
        .add("dlq-offset", "1".getBytes(StandardCharsets.UTF_8))
        .add("dlq-time", "2026-01-01T00:00:00Z".getBytes(StandardCharsets.UTF_8));
    return producer.send(letter).get().offset();
  }

  private static byte[] outcome(String slot) {
    return "{\"slot\":{\"slotId\":\"%s\"}}".formatted(slot).getBytes(StandardCharsets.UTF_8);
  }

  private List<ConsumerRecord<String, byte[]>> outcomes(String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topic.AUCTION_OUTCOMES.topicName()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> {
              if (key.equals(record.key())) {
                found.add(record);
              }
            });
      }
      return found;
    }
  }

  private void deleteUpTo(long offset) throws Exception {
    try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      admin
          .deleteRecords(
              Map.of(
                  new TopicPartition(Topic.AUCTION_OUTCOMES_DLQ.topicName(), 0),
                  RecordsToDelete.beforeOffset(offset)))
          .all()
          .get();
    }
  }

  private static String fresh(String prefix) {
    return prefix + "-" + UUID.randomUUID();
  }
}
