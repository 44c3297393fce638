package io.quantedge.ingest.dynamodb;

import io.quantedge.contracts.usage.UsageReport.Count;
import io.quantedge.ingest.metrics.Usage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The one way in which this service writes to DynamoDB, so that what it costs is counted in one
 * place, as DynamoDB's own answers say it. What an answer does not say is not counted: of a write
 * that failed, by its condition or otherwise, nobody tells the units. Thread-safe.
 */
@Singleton
class StoreWrites {
  private static final int TENTHS = 10;

  private final DynamoDbAsyncClient client;
  private final Usage usage;

  StoreWrites(DynamoDbAsyncClient client, Usage usage) {
    this.client = client;
    this.usage = usage;
  }

  /** What an answer says was written. */
  private record Written(int items, boolean partly, List<ConsumedCapacity> capacity) {
    static Written one(@Nullable ConsumedCapacity capacity) {
      return new Written(1, false, capacity == null ? List.of() : List.of(capacity));
    }
  }

  Uni<BatchWriteItemResponse> batch(String table, List<WriteRequest> requests) {
    return counted(
        () ->
            client.batchWriteItem(batch ->
                batch
                    .requestItems(Map.of(table, requests))
                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)),
        answer -> {
          int left = answer.unprocessedItems().getOrDefault(table, List.of()).size();
          return new Written(requests.size() - left, left > 0, answer.consumedCapacity());
        });
  }

  Uni<TransactWriteItemsResponse> transaction(List<TransactWriteItem> items) {
    int puts = Math.toIntExact(items.stream().filter(item -> item.put() != null).count());
    return counted(
        () ->
            client.transactWriteItems(write ->
                write.transactItems(items).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL)),
        answer -> new Written(puts, false, answer.consumedCapacity()));
  }

  Uni<PutItemResponse> put(Consumer<PutItemRequest.Builder> request) {
    return counted(
        () ->
            client.putItem(put -> {
              request.accept(put);
              put.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
            }),
        answer -> Written.one(answer.consumedCapacity()));
  }

  Uni<UpdateItemResponse> update(Consumer<UpdateItemRequest.Builder> request) {
    return counted(
        () ->
            client.updateItem(update -> {
              request.accept(update);
              update.returnConsumedCapacity(ReturnConsumedCapacity.TOTAL);
            }),
        answer -> Written.one(answer.consumedCapacity()));
  }

  private <T> Uni<T> counted(Supplier<CompletableFuture<T>> call, Function<T, Written> reading) {
    return Uni.createFrom()
        .deferred(() -> {
          long startedNanos = System.nanoTime();
          return Calls.of(call)
              .invoke(answer -> count(reading.apply(answer), System.nanoTime() - startedNanos))
              .onFailure(StoreWrites::isThrottling)
              .invoke(() -> usage.add(Count.STORE_THROTTLED, 1));
        });
  }

  private void count(Written written, long tookNanos) {
    usage.add(Count.STORE_ITEMS, written.items());
    usage.add(Count.STORE_REQUESTS, 1);
    usage.add(Count.STORE_REQUEST_MICROS, TimeUnit.NANOSECONDS.toMicros(tookNanos));
    usage.add(Count.STORE_WRITE_UNITS_TENTHS, tenths(written.capacity()));
    if (written.partly()) {
      usage.add(Count.STORE_THROTTLED, 1);
    }
  }

  /** Tables and indexes together; units come in halves at the smallest. */
  private static long tenths(List<ConsumedCapacity> capacity) {
    return capacity.stream()
        .map(ConsumedCapacity::capacityUnits)
        .mapToLong(units -> units == null ? 0 : Math.round(units * TENTHS))
        .sum();
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof AwsServiceException service && service.isThrottlingException();
  }
}
