package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.domain.WritePacer;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class BatchWriterTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final FullJitter backoff =
      new FullJitter(Duration.ofMillis(1), Duration.ofMillis(2), new SplittableRandom(7));
  private final List<WriteRequest> requests =
      IntStream.range(0, BatchWriter.MAX_ITEMS).mapToObj(BatchWriterTest::request).toList();
  private final List<List<WriteRequest>> sent = new ArrayList<>();

  @Test
  void shouldSendAgainExactlyWhatTheStoreHandsBack() {
    write(4, batch -> Uni.createFrom().item(batch.subList(0, batch.size() / 3)));

    assertThat(sent).hasSize(3);
    assertThat(sent.get(0)).isEqualTo(requests);
    assertThat(sent.get(1)).containsExactlyInAnyOrderElementsOf(requests.subList(0, 8));
    assertThat(sent.get(2)).hasSize(2).isSubsetOf(requests.subList(0, 8));
    assertThat(registry.get("exchange.store.unprocessed.retries").counter().count()).isEqualTo(10);
    assertThat(registry.get("exchange.store.batches").counter().count()).isEqualTo(3);
  }

  @Test
  void shouldSendTheWholeBatchAgainWhenItIsThrottled() {
    write(
        4,
        batch ->
            sent.size() < 3
                ? Uni.createFrom().failure(throttled())
                : Uni.createFrom().item(List.of()));

    assertThat(sent)
        .hasSize(3)
        .allSatisfy(batch -> assertThat(batch).containsExactlyInAnyOrderElementsOf(requests));
  }

  @Test
  void shouldFailRatherThanGiveItemsUp() {
    assertThatThrownBy(() -> write(3, batch -> Uni.createFrom().item(batch.subList(0, 1))))
        .hasStackTraceContaining("1 items still unprocessed after 3 attempts");
    assertThat(sent).hasSize(3);
  }

  @Test
  void shouldFailAtOnceWhenTheStoreIsBroken() {
    assertThatThrownBy(
            () -> write(3, batch -> Uni.createFrom().failure(new IllegalStateException("broken"))))
        .hasStackTraceContaining("broken");
    assertThat(sent).hasSize(1);
  }

  private void write(int maxAttempts, Function<List<WriteRequest>, Uni<List<WriteRequest>>> store) {
    BatchWriter.Sender sender =
        batch -> {
          sent.add(batch);
          return store.apply(batch);
        };
    StoreMetrics metrics = new StoreMetrics(registry, Clock.systemUTC());
    BatchWriter.Limits limits = new BatchWriter.Limits(1, maxAttempts, backoff);
    new BatchWriter(sender, limits, new WritePacer(600, 200), new SystemWriteTimer(), metrics)
        .write(requests)
        .await()
        .atMost(Duration.ofSeconds(5));
  }

  private static DynamoDbException throttled() {
    return (DynamoDbException)
        DynamoDbException.builder()
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("ThrottlingException").build())
            .build();
  }

  private static WriteRequest request(int number) {
    return WriteRequest.builder()
        .putRequest(put ->
            put.item(
                Map.of(
                    "PK", AttributeValue.fromS("SLOT#s"),
                    "SK", AttributeValue.fromS("%02d".formatted(number)))))
        .build();
  }
}
