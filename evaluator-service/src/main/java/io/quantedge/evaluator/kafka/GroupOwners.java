package io.quantedge.evaluator.kafka;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.evaluator.application.PeerAddress;
import io.quantedge.evaluator.application.SlotOwners;
import io.quantedge.evaluator.application.SlotViews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Knows the owners of partitions for as long as an answer of the broker may be remembered. While
 * one caller asks, the others wait for the same answer; a failure is remembered too, so a broker
 * that is away is not asked by every query in turn. Thread-safe.
 */
final class GroupOwners implements SlotOwners {
  private static final Logger LOG = Logger.getLogger(GroupOwners.class);

  private final GroupSource source;
  private final SlotViews views;
  private final PeerAddress self;
  private final Clock clock;
  private final Duration maxAge;

  private Instant freshUntil = Instant.MIN;
  private Answer latest = new Answer.Failed("the broker was not asked yet");

  GroupOwners(GroupSource source, SlotViews views, PeerAddress self, Clock clock, Duration maxAge) {
    this.source = source;
    this.views = views;
    this.self = self;
    this.clock = clock;
    this.maxAge = maxAge;
  }

  /** The broker, as far as it knows who owns what. */
  interface GroupSource {
    /** Blocks for a bounded time; throws whatever goes wrong. */
    GroupMembers members() throws Exception;
  }

  /**
   * What this instance's own loop knows comes first. It costs nothing, and while the partition
   * moves the broker's word may be older: an instance that is told to be the owner and is not yet,
   * or no more, must not deny a slot.
   */
  @Override
  public Owner ownerOf(SlotId slotId) {
    return switch (answer()) {
      case Answer.Said(GroupMembers members) -> {
        int partition = GroupMembers.partitionOf(slotId.value(), members.partitions());
        if (views.owns(partition)) {
          yield new Owner.Here();
        }
        Owner owner = members.ownerOf(partition);
        yield owner.equals(new Owner.Elsewhere(self))
            ? new Owner.Unknown("this instance is taking partition " + partition + " over")
            : owner;
      }
      case Answer.Failed(String cause) -> new Owner.Unknown(cause);
    };
  }

  @Override
  public Set<PeerAddress> others() throws UnknownOwnersException {
    return switch (answer()) {
      case Answer.Said(GroupMembers members) -> {
        Set<PeerAddress> owners = new HashSet<>(members.owners());
        owners.remove(self);
        yield owners;
      }
      case Answer.Failed(String cause) -> throw new UnknownOwnersException(cause);
    };
  }

  private synchronized Answer answer() {
    if (!clock.instant().isBefore(freshUntil)) {
      latest = ask();
      freshUntil = clock.instant().plus(maxAge);
    }
    return latest;
  }

  private Answer ask() {
    try {
      return new Answer.Said(source.members());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Failed("the question to the broker was interrupted");
    } catch (Exception e) {
      LOG.warnf("owners of partitions unknown cause=%s", e);
      return new Answer.Failed("the broker does not say who owns which slots");
    }
  }

  /** What came of the last question. */
  private sealed interface Answer {
    record Said(GroupMembers members) implements Answer {}

    record Failed(String cause) implements Answer {}
  }
}
