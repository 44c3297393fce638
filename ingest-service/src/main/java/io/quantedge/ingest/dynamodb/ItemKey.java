package io.quantedge.ingest.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** What identifies an item of the table. */
record ItemKey(String partitionKey, String sortKey) {
  static ItemKey of(WriteRequest put) {
    Map<String, AttributeValue> item = put.putRequest().item();
    return new ItemKey(text(item, BidEvents.PK), text(item, BidEvents.SK));
  }

  private static String text(Map<String, AttributeValue> item, String attribute) {
    AttributeValue value = item.get(attribute);
    if (value == null) {
      throw new IllegalArgumentException("an item to write has no " + attribute);
    }
    return value.s();
  }
}
