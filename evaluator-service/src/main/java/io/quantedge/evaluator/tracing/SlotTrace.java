package io.quantedge.evaluator.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.slot.RankingRule;
import io.quantedge.evaluator.domain.Ranking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The traces that met in one slot: those of the few best bids, among which the winner is, and a
 * fair sample of all. Bounded. Guarded by its {@link SlotTraces}.
 */
final class SlotTrace {
  private static final int LEADERS = 4;
  private static final int SAMPLES = 4;

  private final List<Seen> leaders = new ArrayList<>();
  private final List<SpanContext> samples = new ArrayList<>();
  private Ranking ranking = new Ranking(RankingRule.PRICE);
  private Context closing = Context.root();
  private Optional<Instant> closeFolded = Optional.empty();
  private long bids;

  private record Seen(Bid bid, SpanContext span) {}

  void ranked(RankingRule rule) {
    ranking = new Ranking(rule);
  }

  void bid(Bid bid, SpanContext span, RandomGenerator random) {
    bids++;
    if (samples.size() < SAMPLES) {
      samples.add(span);
    } else {
      long place = random.nextLong(bids);
      if (place < SAMPLES) {
        samples.set((int) place, span);
      }
    }
    if (leaders.stream().noneMatch(seen -> seen.bid().bidId().equals(bid.bidId()))) {
      leaders.add(new Seen(bid, span));
      leaders.sort((left, right) -> ranking.compare(left.bid(), right.bid()));
      if (leaders.size() > LEADERS) {
        leaders.removeLast();
      }
    }
  }

  /** Only the first marker closes. */
  void closed(Context marker, Instant foldedAt) {
    if (closeFolded.isEmpty()) {
      closing = marker;
      closeFolded = Optional.of(foldedAt);
    }
  }

  Context closing() {
    return closing;
  }

  Optional<Instant> closeFolded() {
    return closeFolded;
  }

  /** The winner's first, if it was seen; each trace's span once. */
  Set<SpanContext> links(Optional<BidId> winner) {
    Set<SpanContext> links = new LinkedHashSet<>();
    leaders.stream()
        .filter(seen -> winner.filter(seen.bid().bidId()::equals).isPresent())
        .forEach(seen -> links.add(seen.span()));
    leaders.forEach(seen -> links.add(seen.span()));
    links.addAll(samples);
    return links;
  }
}
