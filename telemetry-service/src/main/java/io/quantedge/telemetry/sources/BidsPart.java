package io.quantedge.telemetry.sources;

import com.fasterxml.jackson.databind.JsonNode;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.Tally;
import io.quantedge.contracts.traffic.TrafficStats;
import io.quantedge.telemetry.application.StoryPart;
import io.quantedge.telemetry.application.StorySource;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bids of a slot, as far as an operator may see them: before the close that is ids and regions.
 * ingest-service lists them by region, so of a slot with more bids than are shown each region gets
 * its share. Thread-safe.
 *
 * @param counts what is known of how many there are
 */
record BidsPart(ServiceClient client, Function<SlotId, Optional<TrafficStats>> counts, int maxBids)
    implements StorySource {
  private static final int PAGE = 500;

  /** Pages may be short; so many are read for one story at most. */
  private static final int MAX_PAGES = 100;

  /** A bid that was never accepted by a clock that is shown stands behind all others. */
  private static final Comparator<JsonNode> BY_TIME =
      Comparator.<JsonNode, String>comparing(bid -> bid.path("acceptedAt").asText("~"))
          .thenComparing(bid -> bid.path("bidId").asText());

  @Override
  public StoryPart.Name part() {
    return StoryPart.Name.BIDS;
  }

  @Override
  public String source() {
    return Service.INGEST.title();
  }

  /**
   * The part's content.
   *
   * @param total how many telemetry counted, the late ones too; null if it remembers no count
   */
  private record Bids(@Nullable Long total, int shown, List<JsonNode> bids) {}

  /** A part of the bids that is asked for. */
  private record Share(Optional<String> region, int max) {}

  private static final class Reading {
    private final List<JsonNode> bids = new ArrayList<>();
    private boolean complete = true;
    private int pages;
    private @Nullable ServiceAnswer refusal;
  }

  @Override
  public Uni<StoryPart> ask(SlotId slotId) {
    Optional<TrafficStats> known = counts.apply(slotId);
    Uni<Reading> reading = Uni.createFrom().item(Reading::new);
    for (Share share : shares(known)) {
      reading = reading.flatMap(so -> read(slotId, share, Optional.empty(), so.bids.size(), so));
    }
    return reading.map(read -> part(known, read));
  }

  private List<Share> shares(Optional<TrafficStats> known) {
    long total = known.map(BidsPart::received).orElse(0L);
    if (total <= maxBids) {
      return List.of(new Share(Optional.empty(), maxBids));
    }
    List<Share> shares = new ArrayList<>();
    known.ifPresent(stats ->
        stats
            .byRegion()
            .forEach((region, tally) ->
                shares.add(new Share(Optional.of(region.name()), share(tally, stats)))));
    return shares;
  }

  private int share(Tally region, TrafficStats all) {
    long share = region.received() * maxBids / Math.max(1, all.total().received());
    return (int) Math.clamp(share, 1, maxBids);
  }

  /** Reads a share on, page by page. */
  private Uni<Reading> read(
      SlotId slotId, Share share, Optional<String> cursor, int before, Reading into) {
    int left = Math.min(share.max() - (into.bids.size() - before), maxBids - into.bids.size());
    if (left <= 0 || into.refusal != null || into.pages++ >= MAX_PAGES) {
      into.complete &= into.refusal != null;
      return Uni.createFrom().item(into);
    }
    return client
        .get(Service.INGEST, target(slotId, share, cursor, Math.min(PAGE, left)))
        .flatMap(answer -> {
          if (!answer.isSuccess()) {
            into.refusal = answer;
            return Uni.createFrom().item(into);
          }
          JsonNode page = answer.json();
          page.path("items").forEach(into.bids::add);
          Optional<String> next = Cursors.next(page);
          return next.isEmpty()
              ? Uni.createFrom().item(into)
              : read(slotId, share, next, before, into);
        });
  }

  private static String target(SlotId slotId, Share share, Optional<String> cursor, int limit) {
    return "/v1/slots/"
        + slotId
        + "/bids?limit="
        + limit
        + share.region().map(region -> "&region=" + Cursors.encoded(region)).orElse("")
        + cursor.map(place -> "&cursor=" + Cursors.encoded(place)).orElse("");
  }

  private StoryPart part(Optional<TrafficStats> known, Reading reading) {
    if (reading.refusal != null && reading.bids.isEmpty()) {
      return ServicePart.refused(reading.refusal);
    }
    reading.bids.sort(BY_TIME);
    Bids bids =
        new Bids(
            known.map(BidsPart::received).orElse(null),
            reading.bids.size(),
            List.copyOf(reading.bids));
    if (reading.refusal != null) {
      return StoryPart.incomplete(
          source(), bids, "Not all bids could be read: " + reading.refusal.problem());
    }
    return reading.complete
        ? StoryPart.known(source(), bids)
        : StoryPart.incomplete(
            source(), bids, "The slot has more bids than the " + maxBids + " that are shown.");
  }

  private static Long received(TrafficStats stats) {
    return Long.valueOf(stats.total().received() + stats.late());
  }
}
