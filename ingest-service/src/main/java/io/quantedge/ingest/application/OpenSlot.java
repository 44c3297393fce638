package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.KnownSlot;
import io.quantedge.ingest.domain.LogPosition;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotDirectory;
import io.quantedge.ingest.domain.SlotProposal;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Opens a slot. Two requests may race for one slot on two nodes; which opening counts is decided by
 * the log, so the answer waits until this node has read its own record back. Thread-safe.
 */
public final class OpenSlot {
  private final Slots slots;
  private final SlotDirectory directory;
  private final TailProgress tail;
  private final AuctionLog log;
  private final Limits limits;
  private final Clock clock;

  /**
   * What one node takes on.
   *
   * @param maxOpenSlots how many slots may be open at once
   * @param maxDuration how long from now a slot may stay open
   * @param visibilityTimeout how long to wait for a record to come back from the log
   */
  public record Limits(int maxOpenSlots, Duration maxDuration, Duration visibilityTimeout) {}

  /** A slot, and whether this very request brought it into being. */
  public record Opened(KnownSlot slot, boolean created) {}

  public OpenSlot(
      Slots slots,
      SlotDirectory directory,
      TailProgress tail,
      AuctionLog log,
      Limits limits,
      Clock clock) {
    this.slots = slots;
    this.directory = directory;
    this.tail = tail;
    this.log = log;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * @return the slot as the log has it; fails with {@link RefusedException}, also if the slot is
   *     there with another definition
   */
  public Uni<Opened> open(String slotId, SlotSubmission submission) {
    return Uni.createFrom()
        .deferred(() -> {
          SlotId id = SubmissionReader.slotId(slotId);
          Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          SlotProposal proposal = SubmissionReader.proposal(id, submission, now);
          return slots.find(id).chain(found -> openOrCompare(proposal, found, now));
        });
  }

  private Uni<Opened> openOrCompare(SlotProposal proposal, Optional<KnownSlot> found, Instant now) {
    if (found.isPresent()) {
      return Uni.createFrom().item(compared(proposal, found.get(), Optional.empty()));
    }
    proposal
        .refusal(now, limits.maxDuration())
        .or(this::tooManyOpen)
        .ifPresent(refusal -> {
          throw new RefusedException(refusal);
        });
    return log.append(new AuctionEvent.SlotOpened(proposal.definition(), now))
        .chain(position -> readBack(proposal, position));
  }

  private Uni<Opened> readBack(SlotProposal proposal, LogPosition position) {
    SlotId slotId = proposal.definition().slotId();
    return tail.reached(position)
        .ifNoItem()
        .after(limits.visibilityTimeout())
        .failWith(() ->
            new RefusedException(
                new Refusal.LogUnavailable(
                    "slot '"
                        + slotId
                        + "' is in the log but was not read back in time; send it again")))
        .map(reached ->
            compared(
                proposal,
                directory
                    .find(slotId)
                    .orElseThrow(() -> new IllegalStateException("lost slot " + slotId)),
                Optional.of(position)));
  }

  private static Opened compared(
      SlotProposal proposal, KnownSlot slot, Optional<LogPosition> ours) {
    if (ours.isPresent() && ours.get().equals(slot.opening())) {
      return new Opened(slot, true);
    }
    if (!proposal.matches(slot.definition())) {
      throw new RefusedException(new Refusal.SlotDefinitionConflict(slot.slotId()));
    }
    return new Opened(slot, false);
  }

  private Optional<Refusal> tooManyOpen() {
    return directory.openSlots() < limits.maxOpenSlots()
        ? Optional.empty()
        : Optional.of(new Refusal.Overloaded("open slots", limits.maxOpenSlots()));
  }
}
