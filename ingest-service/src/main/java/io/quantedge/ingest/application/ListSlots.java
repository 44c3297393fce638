package io.quantedge.ingest.application;

import io.quantedge.ingest.domain.ListedSlot;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotState;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lists slots by state and closing time. Thread-safe. */
public final class ListSlots {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 100;
  private static final Duration DEFAULT_BACK = Duration.ofHours(1);
  private static final Duration DEFAULT_AHEAD = Duration.ofHours(24);

  private final StoreQueries queries;
  private final Clock clock;

  public ListSlots(StoreQueries queries, Clock clock) {
    this.queries = queries;
    this.clock = clock;
  }

  /** The question as it was sent, nothing checked. */
  public record Question(
      @Nullable String state,
      @Nullable String closesFrom,
      @Nullable String closesTo,
      @Nullable String limit,
      @Nullable String cursor) {}

  /**
   * Without times, the slots that close from an hour ago to a day from now.
   *
   * @return fails with {@link RefusedException}
   */
  public Uni<Page<ListedSlot>> list(Question question) {
    return Questions.<Page<ListedSlot>>ask("slots", () -> queries.slots(search(question)))
        .map(page -> new Page<>(page.items(), page.next().map(QueryReader::cursor)));
  }

  private StoreQueries.SlotSearch search(Question question) {
    Instant now = clock.instant();
    Instant from =
        QueryReader.instant("closesFrom", question.closesFrom()).orElse(now.minus(DEFAULT_BACK));
    Instant to =
        QueryReader.instant("closesTo", question.closesTo())
            .orElse(from.isAfter(now) ? from.plus(DEFAULT_AHEAD) : now.plus(DEFAULT_AHEAD));
    if (!from.isBefore(to)) {
      throw QueryReader.invalid(
          "closesTo", "must be after closesFrom (" + from + "); it was " + to);
    }
    return new StoreQueries.SlotSearch(
        QueryReader.oneOf("state", question.state(), SlotState.class),
        from,
        to,
        QueryReader.limit(question.limit(), DEFAULT_LIMIT, MAX_LIMIT),
        QueryReader.place(question.cursor()));
  }
}
