package io.quantedge.evaluator.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.SlotOwners.Owner;
import io.quantedge.evaluator.application.SlotOwners.UnknownOwnersException;
import io.quantedge.evaluator.application.SlotViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

final class GroupOwnersTest {
  private static final PeerAddress SELF = PeerAddress.parse("127.0.0.1:8082");
  private static final PeerAddress OTHER = PeerAddress.parse("127.0.0.1:8182");

  /** Of 12 partitions; slot-1 belongs to the 2nd of them, as Kafka's producer has it. */
  private static final SlotId SLOT = new SlotId("slot-1");

  private final int partition = GroupMembers.partitionOf(SLOT.value(), 12);
  private final Map<Integer, String> clientIds = new HashMap<>();
  private final SettableClock clock = new SettableClock();
  private int asked;
  private boolean away;

  private final GroupOwners owners =
      new GroupOwners(this::answer, new SlotViews(), SELF, clock, Duration.ofSeconds(1));

  @Test
  void slotOfAnotherMembersPartitionIsThere() {
    clientIds.put(partition, OTHER.clientId());

    assertThat(owners.ownerOf(SLOT)).isEqualTo(new Owner.Elsewhere(OTHER));
  }

  @Test
  void instanceThatIsToldToOwnAPartitionAndDoesNotYetDeniesNothing() {
    clientIds.put(partition, SELF.clientId());

    assertThat(owners.ownerOf(SLOT)).isInstanceOf(Owner.Unknown.class);
  }

  @Test
  void partitionWithoutOwnerOrWithOneThatTellsNoAddressHasAnUnknownOne() {
    assertThat(owners.ownerOf(SLOT))
        .isEqualTo(new Owner.Unknown("partition " + partition + " has no owner at the moment"));

    clientIds.put(partition, "consumer-evaluator-1");
    clock.pass(Duration.ofSeconds(1));
    assertThat(owners.ownerOf(SLOT))
        .isEqualTo(new Owner.Unknown("the owner of partition " + partition + " tells no address"));
  }

  @Test
  void brokerIsAskedOnceASecondAndNotByEveryQuery() {
    clientIds.put(partition, OTHER.clientId());

    for (int query = 0; query < 100; query++) {
      owners.ownerOf(SLOT);
    }
    assertThat(asked).isEqualTo(1);

    clientIds.put(partition, "evaluator@127.0.0.1:9999");
    clock.pass(Duration.ofSeconds(1));
    assertThat(owners.ownerOf(SLOT))
        .isEqualTo(new Owner.Elsewhere(PeerAddress.parse("127.0.0.1:9999")));
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void brokerThatIsAwayIsNotAskedByEveryQueryEither() {
    away = true;

    for (int query = 0; query < 100; query++) {
      assertThat(owners.ownerOf(SLOT)).isInstanceOf(Owner.Unknown.class);
    }
    assertThat(asked).isEqualTo(1);
    assertThatThrownBy(owners::others).isInstanceOf(UnknownOwnersException.class);
  }

  @Test
  void othersAreAllOwnersButThisOneAndNobodyWhileAPartitionHasNone() throws Exception {
    for (int id = 0; id < 12; id++) {
      clientIds.put(id, id % 2 == 0 ? SELF.clientId() : OTHER.clientId());
    }
    assertThat(owners.others()).containsExactly(OTHER);

    clientIds.remove(7);
    clock.pass(Duration.ofSeconds(1));
    assertThatThrownBy(owners::others)
        .isInstanceOf(UnknownOwnersException.class)
        .hasMessageContaining("partition 7");
  }

  private GroupMembers answer() throws TimeoutException {
    asked++;
    if (away) {
      throw new TimeoutException("no answer");
    }
    return new GroupMembers(12, clientIds);
  }

  /** A clock that stands still unless it is moved. */
  private static final class SettableClock extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
