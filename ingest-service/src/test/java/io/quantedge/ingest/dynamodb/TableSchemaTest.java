package io.quantedge.ingest.dynamodb;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TableSchemaTest {
  private final CreateTableRequest created = TableSchema.request("bid_events");

  @Test
  void shouldTakeTheTableThatItAsksFor() {
    assertThatCode(() -> TableSchema.require(described(indexes()), "bid_events"))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldSayWhichIndexIsMissing() {
    List<GlobalSecondaryIndexDescription> one =
        indexes().stream()
            .filter(index -> index.indexName().equals(BidEvents.SLOTS_BY_CLOSE))
            .toList();

    assertThatThrownBy(() -> TableSchema.require(described(one), "bid_events"))
        .hasMessageContaining("needs an index slots_by_traffic")
        .hasMessageContaining("deploy/aws/bid-events.yaml");
  }

  @Test
  void shouldRefuseATableWithOtherKeys() {
    TableDescription other =
        described(indexes()).toBuilder().keySchema(created.keySchema().getFirst()).build();

    assertThatThrownBy(() -> TableSchema.require(other, "bid_events"))
        .hasMessageContaining("has the keys");
  }

  private List<GlobalSecondaryIndexDescription> indexes() {
    return created.globalSecondaryIndexes().stream()
        .map(index ->
            GlobalSecondaryIndexDescription.builder()
                .indexName(index.indexName())
                .keySchema(index.keySchema())
                .build())
        .toList();
  }

  private TableDescription described(List<GlobalSecondaryIndexDescription> indexes) {
    return TableDescription.builder()
        .keySchema(created.keySchema())
        .globalSecondaryIndexes(indexes)
        .build();
  }
}
