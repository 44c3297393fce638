package io.quantedge.ingest.dynamodb;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * What DynamoDB Local leaves out: a partition key takes 1,000 writes in a second and hands the rest
 * of a batch back. In virtual time, with the latencies of a call between 4 and 12 ms.
 */
final class PartitionModel implements DynamoDbAsyncClient {
  static final int WRITES_PER_SECOND = 1_000;
  private static final long SECOND_NANOS = 1_000_000_000L;

  /** How often each item was written, by partition key and sort key. */
  final Map<ItemKey, Integer> writes = new HashMap<>();

  final List<Map<String, AttributeValue>> slotUpdates = new ArrayList<>();
  int throttled;
  int busiestSecond;

  private final VirtualTime time;
  private final SplittableRandom random;
  private final Map<String, Deque<Long>> lastSecond = new HashMap<>();

  PartitionModel(VirtualTime time, long seed) {
    this.time = time;
    this.random = new SplittableRandom(seed);
  }

  @Override
  public CompletableFuture<BatchWriteItemResponse> batchWriteItem(BatchWriteItemRequest request) {
    Map.Entry<String, List<WriteRequest>> table =
        request.requestItems().entrySet().iterator().next();
    return later(() -> {
      List<WriteRequest> left =
          table.getValue().stream().filter(write -> !take(ItemKey.of(write))).toList();
      return BatchWriteItemResponse.builder()
          .unprocessedItems(left.isEmpty() ? Map.of() : Map.of(table.getKey(), left))
          .build();
    });
  }

  @Override
  public CompletableFuture<PutItemResponse> putItem(PutItemRequest request) {
    return later(PutItemResponse.builder()::build);
  }

  @Override
  public CompletableFuture<UpdateItemResponse> updateItem(UpdateItemRequest request) {
    return later(() -> {
      slotUpdates.add(request.expressionAttributeValues());
      return UpdateItemResponse.builder().build();
    });
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}

  private boolean take(ItemKey key) {
    Deque<Long> recent =
        lastSecond.computeIfAbsent(key.partitionKey(), partitionKey -> new ArrayDeque<>());
    long nowNanos = time.nanoTime();
    while (!recent.isEmpty() && recent.peekFirst() <= nowNanos - SECOND_NANOS) {
      recent.removeFirst();
    }
    if (recent.size() >= WRITES_PER_SECOND) {
      throttled++;
      return false;
    }
    recent.addLast(nowNanos);
    busiestSecond = Math.max(busiestSecond, recent.size());
    writes.merge(key, 1, Integer::sum);
    return true;
  }

  /** Half of a call's latency passes before it has its effect, half before the answer is there. */
  private <T> CompletableFuture<T> later(Supplier<T> effect) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    time.after(
        latency(),
        () -> {
          T result = effect.get();
          time.after(latency(), () -> answer.complete(result));
        });
    return answer;
  }

  private Duration latency() {
    return Duration.ofMillis(2).plusNanos(random.nextLong(4_000_000));
  }
}
