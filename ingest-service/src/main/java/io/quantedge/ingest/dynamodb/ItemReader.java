package io.quantedge.ingest.dynamodb;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item's attributes, and says which one of which item is missing. */
record ItemReader(Map<String, AttributeValue> attributes) {
  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  String string(String attribute) {
    return value(attribute).s();
  }

  BigDecimal decimal(String attribute) {
    return new BigDecimal(value(attribute).n());
  }

  long wholeNumber(String attribute) {
    return decimal(attribute).longValueExact();
  }

  List<AttributeValue> list(String attribute) {
    return value(attribute).l();
  }

  ItemReader map(String attribute) {
    return new ItemReader(value(attribute).m());
  }

  private AttributeValue value(String attribute) {
    AttributeValue value = attributes.get(attribute);
    if (value == null) {
      throw new IllegalStateException(
          "item "
              + attributes.get(BidEvents.PK)
              + " "
              + attributes.get(BidEvents.SK)
              + " has no attribute "
              + attribute);
    }
    return value;
  }
}
