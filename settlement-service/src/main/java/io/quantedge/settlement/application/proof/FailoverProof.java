package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.money.Money;
import io.quantedge.settlement.application.proof.Grounds.Balances;
import io.quantedge.settlement.application.proof.Grounds.Network;
import io.quantedge.settlement.application.proof.Grounds.Setup;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/** Settlements go on while the preferred endpoint hangs: with a second endpoint they succeed. */
final class FailoverProof implements Proof {
  private static final Money RICH = Money.of("1000000.0000", Cast.CURRENCY);

  /** Long enough for detection and switch on a slow machine; short enough to look at. */
  private static final Duration CUT_AT_MOST = Duration.ofSeconds(6);

  /** What a settlement may take in all: it must outlast the cut. */
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(15);

  private static final Duration STEADY_WITHIN = Duration.ofSeconds(10);
  private static final int STEADY_PER_WORKER = 3;

  private final Lab lab;

  FailoverProof(Lab lab) {
    this.lab = lab;
  }

  @Override
  public ProofSide run(ProofRequest request) {
    lab.faults().requireServing(lab.grounds().preferred().region());
    Cast cast = lab.cast(request.kind());
    int workers = request.workers();
    Network network = request.guarded() ? Network.IMPATIENT : Network.IMPATIENT_WITHOUT_SECOND;
    Setup setup = new Setup(cast.prefix(), workers, 0, Balances.VERSIONED, network);
    Patience patience = lab.patience();
    try (Ground ground = lab.grounds().open(setup)) {
      patience.await(
          ground.define(IntStream.range(0, workers).mapToObj(i -> cast.account(i, RICH)).toList()));
      patience.await(ground.warm(workers));
      Flow flow =
          new Flow(
              cast,
              new Workers(ground, lab.retryingFor(SETTLED_WITHIN), lab.clock(), request.seed()),
              workers);
      FailoverReport.Cut cut = cutUnder(flow, ground, patience);
      return FailoverReport.of(
          request, flow.runs(), patience.await(ground.read()), cut, ground.changes());
    }
  }

  /** Whatever happens in between, the endpoint is mended and the flow has ended. */
  private FailoverReport.Cut cutUnder(Flow flow, Ground ground, Patience patience) {
    String region = lab.grounds().preferred().region();
    CompletionStage<Void> ended = flow.begin();
    try {
      if (!patience.until(() -> flow.durable() >= steady(flow), STEADY_WITHIN)) {
        throw new ProofException(
            ProofException.Reason.FAILED,
            "settlements did not flow before the cut, so nothing was cut; look at"
                + " GET /v1/truth-store");
      }
      return cut(region, flow, ground, patience);
    } finally {
      flow.stop();
      patience.await(Uni.createFrom().completionStage(ended));
    }
  }

  private FailoverReport.Cut cut(String region, Flow flow, Ground ground, Patience patience) {
    try {
      lab.faults().cut(region);
      Instant cutAt = lab.clock().instant();
      long before = flow.durable();
      patience.until(
          () ->
              ground.changes().stream().anyMatch(change -> change.firstSuccess().isPresent())
                  && flow.durable() >= before + steady(flow),
          CUT_AT_MOST);
      return new FailoverReport.Cut(region, cutAt, lab.clock().instant());
    } finally {
      lab.faults().mend(region);
    }
  }

  private static long steady(Flow flow) {
    return (long) STEADY_PER_WORKER * flow.size();
  }
}
