package io.quantedge.ingest.application;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotTraffic;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers where bids come from and which slots get the most. Counts are open to all. Thread-safe.
 */
public final class AskForTraffic {
  private static final int DEFAULT_LIMIT = 10;
  private static final int MAX_LIMIT = 100;

  private final Slots slots;
  private final StoreQueries queries;
  private final Clock clock;

  public AskForTraffic(Slots slots, StoreQueries queries, Clock clock) {
    this.slots = slots;
    this.queries = queries;
    this.clock = clock;
  }

  /**
   * A slot's bids by region.
   *
   * @return fails with {@link RefusedException}
   */
  public Uni<SlotTraffic> regions(String slotId) {
    return Questions.ask(
        "traffic",
        () -> {
          SlotId id = SubmissionReader.slotId(slotId);
          return Uni.combine()
              .all()
              .unis(queries.traffic(id), queries.outcome(id))
              .asTuple()
              .chain(found ->
                  found.getItem1().isPresent() || found.getItem2().isPresent()
                      ? Uni.createFrom()
                          .item(SlotTraffic.of(id, found.getItem1(), found.getItem2()))
                      : slots
                          .require(id)
                          .map(known -> SlotTraffic.of(id, found.getItem1(), found.getItem2())));
        });
  }

  /**
   * The slots that got the most bids, of those that moved in this hour or the last.
   *
   * @return fails with {@link RefusedException}
   */
  public Uni<List<TrafficStats>> hotSlots(@Nullable String limit) {
    return Questions.ask(
        "traffic",
        () ->
            queries.hotSlots(clock.instant(), QueryReader.limit(limit, DEFAULT_LIMIT, MAX_LIMIT)));
  }
}
