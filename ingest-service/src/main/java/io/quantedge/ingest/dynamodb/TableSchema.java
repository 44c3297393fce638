package io.quantedge.ingest.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The keys of the table and of its indexes, as one list for whoever creates it and whoever checks
 * it. All of them are text, and both indexes carry whole items. Stateless.
 */
final class TableSchema {
  private static final Keys TABLE = new Keys(BidEvents.PK, BidEvents.SK);

  private static final Map<String, Keys> INDEXES =
      Map.of(
          BidEvents.SLOTS_BY_CLOSE, new Keys(BidEvents.CLOSE_HOUR, BidEvents.CLOSE_KEY),
          BidEvents.SLOTS_BY_TRAFFIC, new Keys(BidEvents.TRAFFIC_HOUR, BidEvents.TRAFFIC_KEY));

  private record Keys(String partitionKey, String sortKey) {
    List<KeySchemaElement> schema() {
      return List.of(key(partitionKey, KeyType.HASH), key(sortKey, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
      return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
  }

  private TableSchema() {}

  static CreateTableRequest request(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .attributeDefinitions(
            Stream.concat(Stream.of(TABLE), INDEXES.values().stream())
                .flatMap(keys -> Stream.of(keys.partitionKey(), keys.sortKey()))
                .map(TableSchema::text)
                .toList())
        .keySchema(TABLE.schema())
        .globalSecondaryIndexes(
            INDEXES.entrySet().stream()
                .map(index -> index(index.getKey(), index.getValue()))
                .toList())
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  /**
   * @throws IllegalStateException with what is missing or different, if the table is another one
   */
  static void require(TableDescription found, String table) {
    if (!found.keySchema().equals(TABLE.schema())) {
      throw new IllegalStateException(
          "table %s has the keys %s, expected are %s"
              .formatted(table, found.keySchema(), TABLE.schema()));
    }
    Map<String, List<KeySchemaElement>> indexes = new LinkedHashMap<>();
    for (GlobalSecondaryIndexDescription index : found.globalSecondaryIndexes()) {
      indexes.put(index.indexName(), index.keySchema());
    }
    INDEXES.forEach((name, keys) -> {
      if (!keys.schema().equals(indexes.get(name))) {
        throw new IllegalStateException(
            "table %s needs an index %s with the keys %s, it has %s: create it as deploy/aws/bid-events.yaml says"
                .formatted(table, name, keys.schema(), indexes));
      }
    });
  }

  private static GlobalSecondaryIndex index(String name, Keys keys) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys.schema())
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }
}
