package io.quantedge.ingest.application;

import io.quantedge.contracts.access.Viewer;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.id.Region;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.ingest.domain.Disclosure;
import io.quantedge.ingest.domain.Page;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.domain.SlotDossier;
import io.quantedge.ingest.domain.StoredBid;
import io.quantedge.ingest.domain.StoredSlot;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions for the bids of a slot from the store, each with what its viewer may see of it.
 * Thread-safe.
 */
public final class AskForBids {
  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 500;

  private final Slots slots;
  private final SlotStore store;
  private final StoreQueries queries;

  public AskForBids(Slots slots, SlotStore store, StoreQueries queries) {
    this.slots = slots;
    this.store = store;
    this.queries = queries;
  }

  /** The question as it was sent, nothing checked. */
  public record Question(
      @Nullable String region,
      @Nullable String accountId,
      @Nullable String limit,
      @Nullable String cursor) {}

  /** A bid, what its verdict follows from, and what may be shown. */
  public record SeenBid(StoredBid stored, SlotDossier dossier, Disclosure disclosure) {}

  /**
   * The slot's bids, by region and id. Before the close an account is shown its own only.
   *
   * @return fails with {@link RefusedException}, also if the question itself would unseal something
   */
  public Uni<Page<SeenBid>> list(String slotId, Question question, Viewer viewer) {
    return Questions.ask(
        "bids",
        () -> {
          SlotId id = SubmissionReader.slotId(slotId);
          int limit = QueryReader.limit(question.limit(), DEFAULT_LIMIT, MAX_LIMIT);
          Optional<Region> region = QueryReader.value("region", question.region(), Region::new);
          Optional<AccountId> asked =
              QueryReader.value("accountId", question.accountId(), AccountId::new);
          Optional<String> after = QueryReader.place(question.cursor());
          return dossier(id)
              .chain(found -> {
                if (found.isEmpty()) {
                  return Uni.createFrom().item(new Page<SeenBid>(List.of(), Optional.empty()));
                }
                SlotDossier dossier = found.get();
                StoreQueries.BidSearch search =
                    new StoreQueries.BidSearch(
                        dossier.stored(), region, account(asked, viewer, dossier), limit, after);
                return queries
                    .bids(search)
                    .map(page -> page.map(bid -> seen(bid, dossier, viewer)))
                    .map(page -> new Page<>(page.items(), page.next().map(QueryReader::cursor)));
              });
        });
  }

  /**
   * One bid, in whichever region it was made.
   *
   * @return fails with {@link RefusedException}
   */
  public Uni<SeenBid> show(String slotId, String bidId, Viewer viewer) {
    return Questions.ask(
        "bids",
        () -> {
          SlotId id = SubmissionReader.slotId(slotId);
          BidId bid =
              QueryReader.value("bidId", bidId, BidId::parse)
                  .orElseThrow(() -> QueryReader.invalid("bidId", "is required"));
          return dossier(id)
              .chain(found ->
                  found
                      .map(dossier ->
                          queries
                              .bid(dossier.stored(), bid)
                              .map(stored -> stored.map(each -> seen(each, dossier, viewer))))
                      .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
              .map(seen ->
                  seen.orElseThrow(() -> new RefusedException(new Refusal.UnknownBid(id, bid))));
        });
  }

  /** Nothing if the slot is so new that it is not stored yet; an unknown slot is refused. */
  private Uni<Optional<SlotDossier>> dossier(SlotId slotId) {
    return Uni.combine()
        .all()
        .unis(store.load(slotId), queries.outcome(slotId))
        .asTuple()
        .chain(found -> {
          Optional<StoredSlot> stored = found.getItem1();
          if (stored.isPresent()) {
            return Uni.createFrom()
                .item(Optional.of(new SlotDossier(stored.get(), found.getItem2())));
          }
          return slots.require(slotId).map(known -> Optional.<SlotDossier>empty());
        });
  }

  private static Optional<AccountId> account(
      Optional<AccountId> asked, Viewer viewer, SlotDossier dossier) {
    if (asked.isPresent() && !Disclosure.mayAskFor(viewer, asked.get(), dossier.isClosed())) {
      throw new RefusedException(
          new Refusal.Sealed(
              "which bids are those of account '"
                  + asked.get()
                  + "' is sealed for you: an account may ask for its own, an operator after the"
                  + " close"));
    }
    if (asked.isEmpty() && !dossier.isClosed() && viewer instanceof Viewer.Account account) {
      return Optional.of(account.accountId());
    }
    return asked;
  }

  private static SeenBid seen(StoredBid stored, SlotDossier dossier, Viewer viewer) {
    Disclosure disclosure =
        Disclosure.of(
            viewer,
            dossier.stored().slot().definition().publisherId(),
            dossier.isClosed(),
            stored.bid().accountId(),
            dossier.winnerWith(stored.bid().bidId()).isPresent());
    return new SeenBid(stored, dossier, disclosure);
  }
}
