package io.quantedge.simulator.dynamodb;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.application.BidStore;
import io.quantedge.simulator.domain.check.StoreAudit;
import java.net.URI;
import java.time.DateTimeException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The bids of the table {@code bid_events}, from all shards of a slot. */
public final class DynamoBidStore implements BidStore {
  private final BidTable table;

  /**
   * @param endpoint of DynamoDB Local, or of anything that asks for no real credentials
   */
  public DynamoBidStore(URI endpoint) {
    table = new BidTable(endpoint);
  }

  @Override
  public void read(SlotId slotId, StoreAudit into) throws RunFailedException {
    int shards = table.slot(slotId).map(Items::shards).orElse(1);
    table.bids(slotId, shards, item -> add(item, into));
  }

  @Override
  public void close() {
    table.close();
  }

  private static void add(Map<String, AttributeValue> item, StoreAudit into) {
    try {
      into.add(Items.bid(item));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      into.addUnreadable("an item is no bid: " + e.getMessage());
    }
  }
}
