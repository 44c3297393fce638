package io.quantedge.ingest.dynamodb;

import io.quantedge.ingest.domain.FullJitter;
import io.quantedge.ingest.metrics.StoreMetrics;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Sends one batched write until nothing of it is left. The store may take a part of a batch and
 * hand the rest back, with status 200: whoever does not look loses items. Thread-safe.
 *
 * @param maxAttempts after so many the batch fails as a whole; above zero
 */
record BatchWriter(Sender sender, FullJitter backoff, int maxAttempts, StoreMetrics metrics) {
  /** The most that BatchWriteItem takes. */
  static final int MAX_ITEMS = 25;

  /** One call of the store. */
  @FunctionalInterface
  interface Sender {
    /**
     * @return what the store did not take
     */
    Uni<List<WriteRequest>> send(List<WriteRequest> requests);
  }

  /**
   * @param requests 1 to {@value #MAX_ITEMS}, no two for the same key
   */
  Uni<Void> write(List<WriteRequest> requests) {
    return write(requests, 0);
  }

  private Uni<Void> write(List<WriteRequest> requests, int attempt) {
    metrics.batchSent();
    return sender
        .send(requests)
        .onFailure(BatchWriter::isThrottling)
        .recoverWithItem(requests)
        .chain(left -> left.isEmpty() ? Uni.createFrom().voidItem() : writeAgain(left, attempt));
  }

  private Uni<Void> writeAgain(List<WriteRequest> left, int attempt) {
    if (attempt + 1 >= maxAttempts) {
      return Uni.createFrom()
          .failure(
              new StoreThrottledException(
                  left.size() + " items still unprocessed after " + maxAttempts + " attempts"));
    }
    metrics.itemsRetried(left.size());
    // The timer refuses a wait of nothing.
    Duration wait = backoff.delay(attempt).plusNanos(1);
    return Uni.createFrom()
        .voidItem()
        .onItem()
        .delayIt()
        .by(wait)
        .chain(() -> write(left, attempt + 1));
  }

  private static boolean isThrottling(Throwable failure) {
    return failure instanceof AwsServiceException service && service.isThrottlingException();
  }
}
