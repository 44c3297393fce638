package io.quantedge.ingest.dynamodb;

import io.quantedge.ingest.application.StoreSetup;
import io.quantedge.ingest.config.StoreConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/**
 * Makes sure that the table is there as {@link BidEvents} describes it: keys, both indexes, time to
 * live. Where it may create the table it does; else it says what is wrong. Several nodes may do
 * this at once.
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
    return described()
        .onFailure(ResourceNotFoundException.class)
        .recoverWithUni(this::createIfAllowed)
        .chain(this::awaitActive)
        .invoke(table -> TableSchema.require(table, config.table()))
        .chain(this::expireItems);
  }

  private Uni<TableDescription> described() {
    return Calls.of(() -> client.describeTable(table -> table.tableName(config.table())))
        .map(DescribeTableResponse::table);
  }

  private Uni<TableDescription> createIfAllowed() {
    if (!config.createTable()) {
      return Uni.createFrom()
          .failure(
              new IllegalStateException(
                  "table "
                      + config.table()
                      + " does not exist: create it, or set exchange.ingest.store.create-table"));
    }
    log.infof("store table created table=%s", config.table());
    return Calls.of(() -> client.createTable(TableSchema.request(config.table())))
        .map(CreateTableResponse::tableDescription)
        .onFailure(ResourceInUseException.class)
        .recoverWithUni(this::described);
  }

  private Uni<TableDescription> awaitActive(TableDescription table) {
    if (table.tableStatus() == TableStatus.ACTIVE) {
      return Uni.createFrom().item(table);
    }
    return described()
        .invoke(now -> {
          if (now.tableStatus() != TableStatus.ACTIVE) {
            throw new IllegalStateException("table " + config.table() + " is " + now.tableStatus());
          }
        })
        .onFailure()
        .retry()
        .withBackOff(POLL, POLL)
        .atMost(MAX_POLLS);
  }

  private Uni<Void> expireItems() {
    return expiry().chain(this::enableExpiryIfAllowed);
  }

  private Uni<TimeToLiveStatus> expiry() {
    return Calls.of(() -> client.describeTimeToLive(ttl -> ttl.tableName(config.table())))
        .map(described -> described.timeToLiveDescription().timeToLiveStatus());
  }

  private Uni<Void> enableExpiryIfAllowed(TimeToLiveStatus status) {
    if (status != TimeToLiveStatus.DISABLED) {
      return Uni.createFrom().voidItem();
    }
    if (!config.createTable()) {
      log.warnf(
          "store table keeps everything for ever: its time to live is off table=%s attribute=%s",
          config.table(), BidEvents.TTL);
      return Uni.createFrom().voidItem();
    }
    return enableExpiry();
  }

  /** Somebody else may do the same at this moment, and then the store refuses it to one of us. */
  private Uni<Void> enableExpiry() {
    return Calls.of(() ->
            client.updateTimeToLive(ttl ->
                ttl.tableName(config.table())
                    .timeToLiveSpecification(
                        spec -> spec.enabled(true).attributeName(BidEvents.TTL))))
        .replaceWithVoid()
        .onFailure()
        .recoverWithUni(failure ->
            expiry()
                .chain(status ->
                    status == TimeToLiveStatus.DISABLED
                        ? Uni.createFrom().failure(failure)
                        : Uni.createFrom().voidItem()));
  }
}
