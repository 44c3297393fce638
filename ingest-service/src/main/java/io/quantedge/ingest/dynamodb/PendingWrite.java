package io.quantedge.ingest.dynamodb;

import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** One item on its way into the store. Guarded by its {@link BatchWriter}. */
final class PendingWrite {
  private final WriteRequest request;
  private final ItemKey key;
  private final WriteOrder order;
  private int attempts;

  PendingWrite(WriteRequest request, WriteOrder order) {
    this.request = request;
    this.key = ItemKey.of(request);
    this.order = order;
  }

  WriteRequest request() {
    return request;
  }

  ItemKey key() {
    return key;
  }

  WriteOrder order() {
    return order;
  }

  int attempts() {
    return attempts;
  }

  /** Notes a failed attempt, and says how many there were. */
  int failedAttempt() {
    return ++attempts;
  }
}
