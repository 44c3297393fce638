package io.quantedge.ingest.domain;

import io.quantedge.contracts.slot.SlotDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A slot that somebody wants to open.
 *
 * @param definition what is asked for
 * @param opensAtGiven false if {@code opensAt} was left out and is only a default: then it plays no
 *     part when the proposal is compared with a slot that is there already, so that the same
 *     request can be repeated
 */
public record SlotProposal(SlotDefinition definition, boolean opensAtGiven) {

  /** Whether this asks for exactly the slot that exists. */
  public boolean matches(SlotDefinition existing) {
    SlotDefinition wanted = definition;
    Instant opensAt = opensAtGiven ? wanted.opensAt() : existing.opensAt();
    return wanted.slotId().equals(existing.slotId())
        && wanted.publisherId().equals(existing.publisherId())
        && wanted.name().equals(existing.name())
        && wanted.floor().equals(existing.floor())
        && wanted.increment().equals(existing.increment())
        && wanted.pricing() == existing.pricing()
        && wanted.ranking() == existing.ranking()
        && opensAt.equals(existing.opensAt())
        && wanted.closesAt().equals(existing.closesAt())
        && wanted.softClose().equals(existing.softClose());
  }

  /**
   * The reason not to open this slot as a new one.
   *
   * @param maxDuration how long from now a slot may stay open, extensions included: its bids' ids
   *     are held in memory and its log is read again after a restart until it closes
   */
  public Optional<Refusal> refusal(Instant now, Duration maxDuration) {
    if (!definition.closesAt().isAfter(now)) {
      return Optional.of(
          new Refusal.InvalidRequest(
              "closesAt", "must be in the future; it was " + definition.closesAt()));
    }
    if (definition.latestDeadline().isAfter(now.plus(maxDuration))) {
      return Optional.of(
          new Refusal.InvalidRequest(
              "closesAt",
              "must be at most "
                  + maxDuration.toHours()
                  + " hours from now, extensions included; it was "
                  + definition.latestDeadline()));
    }
    return Optional.empty();
  }
}
