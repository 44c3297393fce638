package io.quantedge.ingest.dynamodb;

import io.quantedge.ingest.application.StoreSetup;
import io.quantedge.ingest.config.StoreConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Makes sure that the table is there, with its time to live switched on. Several nodes may do this
 * at once.
 */
@Singleton
class DynamoStoreSetup implements StoreSetup {
  private static final Logger log = Logger.getLogger(DynamoStoreSetup.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int MAX_POLLS = 120;

  private final DynamoDbAsyncClient client;
  private final StoreConfig config;

  DynamoStoreSetup(DynamoDbAsyncClient client, StoreConfig config) {
    this.client = client;
    this.config = config;
  }

  @Override
  public Uni<Void> ensureReady() {
    return status()
        .onFailure(ResourceNotFoundException.class)
        .recoverWithUni(this::createIfAllowed)
        .chain(this::awaitActive)
        .chain(this::expireItems);
  }

  private Uni<TableStatus> status() {
    return Calls.of(() -> client.describeTable(table -> table.tableName(config.table())))
        .map(described -> described.table().tableStatus());
  }

  private Uni<TableStatus> createIfAllowed() {
    if (!config.createTable()) {
      return Uni.createFrom()
          .failure(
              new IllegalStateException(
                  "table "
                      + config.table()
                      + " does not exist: create it, or set exchange.ingest.store.create-table"));
    }
    log.infof("store table created table=%s", config.table());
    return Calls.of(() -> client.createTable(definition()))
        .map(created -> created.tableDescription().tableStatus())
        .onFailure(ResourceInUseException.class)
        .recoverWithItem(TableStatus.CREATING);
  }

  private CreateTableRequest definition() {
    return CreateTableRequest.builder()
        .tableName(config.table())
        .attributeDefinitions(string(BidEvents.PK), string(BidEvents.SK))
        .keySchema(key(BidEvents.PK, KeyType.HASH), key(BidEvents.SK, KeyType.RANGE))
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .build();
  }

  private Uni<Void> awaitActive(TableStatus status) {
    if (status == TableStatus.ACTIVE) {
      return Uni.createFrom().voidItem();
    }
    return status()
        .invoke(now -> {
          if (now != TableStatus.ACTIVE) {
            throw new IllegalStateException("table " + config.table() + " is " + now);
          }
        })
        .onFailure()
        .retry()
        .withBackOff(POLL, POLL)
        .atMost(MAX_POLLS)
        .replaceWithVoid();
  }

  private Uni<Void> expireItems() {
    return Calls.of(() -> client.describeTimeToLive(ttl -> ttl.tableName(config.table())))
        .map(described -> described.timeToLiveDescription().timeToLiveStatus())
        .chain(status ->
            status == TimeToLiveStatus.DISABLED && config.createTable()
                ? enableExpiry()
                : Uni.createFrom().voidItem());
  }

  private Uni<Void> enableExpiry() {
    return Calls.of(() ->
            client.updateTimeToLive(ttl ->
                ttl.tableName(config.table())
                    .timeToLiveSpecification(
                        spec -> spec.enabled(true).attributeName(BidEvents.TTL))))
        .replaceWithVoid();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
