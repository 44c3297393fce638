package io.quantedge.simulator.dynamodb;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.audit.AuditStore;
import io.quantedge.simulator.domain.audit.StoreEvidence;
import io.quantedge.simulator.domain.audit.StoredSlot;
import java.net.URI;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table {@code bid_events} for an audit. */
public final class DynamoAuditStore implements AuditStore {
  private final BidTable table;

  /**
   * @param endpoint of DynamoDB Local, or of anything that asks for no real credentials
   */
  public DynamoAuditStore(URI endpoint) {
    table = new BidTable(endpoint);
  }

  @Override
  public Optional<StoredSlot> find(SlotId slotId) throws RunFailedException {
    Optional<Map<String, AttributeValue>> item = table.slot(slotId);
    if (item.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Items.slot(item.get()));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new RunFailedException(
          "the item of slot %s in the bid store cannot be read: %s"
              .formatted(slotId, e.getMessage()),
          e);
    }
  }

  @Override
  public void read(SlotId slotId, int shards, StoreEvidence into) throws RunFailedException {
    table.bids(slotId, shards, item -> add(slotId, item, into));
  }

  @Override
  public void close() {
    table.close();
  }

  private static void add(SlotId slotId, Map<String, AttributeValue> item, StoreEvidence into) {
    try {
      var stored = Items.bid(item);
      if (stored.bid().slotId().equals(slotId)) {
        into.add(stored, Items.expiry(item));
      } else {
        into.addUnreadable("an item says that it belongs to slot " + stored.bid().slotId());
      }
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      into.addUnreadable("an item is no bid: " + e.getMessage());
    }
  }
}
