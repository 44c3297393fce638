package io.quantedge.settlement.application.proof;

import io.quantedge.settlement.application.proof.ProofException.Reason;
import io.quantedge.settlement.application.proof.ProofKind.Range;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * Runs proofs, one at a time: each of them loads the store and measures it, and two would measure
 * each other. Thread-safe.
 */
public final class Proofs {
  private static final Logger log = Logger.getLogger(Proofs.class);
  private static final String DISABLED =
      "proofs are switched off here; exchange.settlement.proofs.enabled=true switches them on";

  private final Lab lab;
  private final AtomicReference<Optional<ProofRequest>> running =
      new AtomicReference<>(Optional.empty());

  /**
   * @param random for the names of proofs
   */
  public Proofs(
      Grounds grounds,
      NetworkFaults faults,
      ProofLimits limits,
      Clock clock,
      RandomGenerator random) {
    this.lab = new Lab(grounds, faults, limits, clock, random);
  }

  /**
   * What is on offer.
   *
   * @param whyNot why it cannot be run here; empty if it can
   * @param accounts absent if the kind has no choice of buyers
   */
  public record Offer(
      ProofKind kind, Optional<String> whyNot, Range workers, Optional<Range> accounts) {}

  /** Why no proof at all can be run here; empty if some can. */
  public Optional<String> whyNot() {
    return lab.limits().enabled() ? Optional.empty() : Optional.of(DISABLED);
  }

  /** All kinds, and how they may be run here. */
  public List<Offer> offers() {
    return Arrays.stream(ProofKind.values()).map(this::offer).toList();
  }

  /** How a kind may be run here. */
  public Offer offer(ProofKind kind) {
    return new Offer(
        kind, whyNot(kind), kind.workers().upTo(lab.limits().maxWorkers()), kind.accounts());
  }

  /**
   * Runs one side of a proof and takes its rows away. Blocks for the time limit at most, and a
   * little more for cleaning up.
   *
   * @throws ProofException if it is not run, or did not come to an end
   * @throws io.quantedge.settlement.application.StoreException if the store is not there
   */
  public ProofSide run(ProofRequest request) {
    require(request);
    Optional<ProofRequest> mine = Optional.of(request);
    Optional<ProofRequest> other =
        running.getAndUpdate(current -> current.isPresent() ? current : mine);
    if (other.isPresent()) {
      throw new ProofException(Reason.RUNNING, running(other.get()));
    }
    try {
      log.infof(
          "proof begins kind=%s workers=%d accounts=%d seed=%d guarded=%s",
          request.kind(), request.workers(), request.accounts(), request.seed(), request.guarded());
      ProofSide side = proof(request.kind()).run(request);
      log.infof(
          "proof done kind=%s guarded=%s holds=%s", request.kind(), side.guarded(), side.holds());
      return side;
    } finally {
      running.set(Optional.empty());
    }
  }

  private Proof proof(ProofKind kind) {
    return switch (kind) {
      case RACE -> new RaceProof(lab);
      case BURST -> new BurstProof(lab);
      case WRITE_SKEW -> new WriteSkewProof(lab);
      case FAILOVER -> new FailoverProof(lab);
    };
  }

  private Optional<String> whyNot(ProofKind kind) {
    Optional<String> disabled = whyNot();
    if (disabled.isPresent() || kind != ProofKind.FAILOVER) {
      return disabled;
    }
    return lab.grounds().preferred().hasSecond()
        ? lab.faults().whyNot()
        : Optional.of("the truth store has one endpoint only: there is none to change over to");
  }

  private void require(ProofRequest request) {
    Offer offer = offer(request.kind());
    offer
        .whyNot()
        .ifPresent(why -> {
          throw new ProofException(Reason.UNAVAILABLE, why);
        });
    require("workers", request.workers(), offer.workers());
    offer.accounts().ifPresent(range -> require("accounts", request.accounts(), range));
    if (offer.accounts().isPresent() && request.accounts() >= request.workers()) {
      throw new ProofException(
          Reason.OUT_OF_RANGE,
          "accounts must be fewer than workers, or nobody would meet; they were %d and %d"
              .formatted(request.accounts(), request.workers()));
    }
  }

  private static void require(String name, int value, Range range) {
    if (value < range.min() || value > range.max()) {
      throw new ProofException(
          Reason.OUT_OF_RANGE,
          "%s must be %d to %d; it was %d".formatted(name, range.min(), range.max(), value));
    }
  }

  private static String running(ProofRequest other) {
    return "a proof runs already: %s with %d workers, %s its guard; ask again when it is done"
        .formatted(other.kind(), other.workers(), other.guarded() ? "with" : "without");
  }
}
