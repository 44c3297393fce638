package io.quantedge.settlement.application.proof;

import io.quantedge.contracts.conflict.ConflictEvent.Finding;
import io.quantedge.contracts.id.AccountId;
import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.money.Money;
import io.quantedge.contracts.outcome.AuctionOutcome;
import io.quantedge.contracts.settlement.SettlementEvent;
import io.quantedge.settlement.application.Attempted;
import io.quantedge.settlement.application.TruthStore;
import io.quantedge.settlement.application.proof.Books.Holding;
import io.quantedge.settlement.application.proof.Books.Sale;
import io.quantedge.settlement.domain.Account;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A store that takes everything at once, and whose books say what a test wants. */
final class FakeGround implements Ground, Grounds, TruthStore {
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  boolean hasSecond = true;
  Supplier<Uni<Void>> defining = () -> Uni.createFrom().voidItem();
  Supplier<Uni<Void>> settling = () -> Uni.createFrom().voidItem();
  Supplier<List<Change>> changing = List::of;
  Books books = books(1);
  private final AtomicInteger settled = new AtomicInteger();

  /** Books with so many sales of one slot, all in order but for that. */
  static Books books(int sales) {
    List<Sale> all =
        java.util.Collections.nCopies(
            sales, new Sale(new SlotId("slot"), new UUID(0, 1), Instant.EPOCH));
    Money balance = Money.of("-" + sales, "USD");
    return new Books(
        0, all, 3L * sales, 0, List.of(new Holding(new AccountId("b"), balance, balance)));
  }

  @Override
  public Preferred preferred() {
    return new Preferred("us-east-1", hasSecond);
  }

  @Override
  public Ground open(Setup setup) {
    opened.incrementAndGet();
    return this;
  }

  @Override
  public TruthStore store() {
    return this;
  }

  @Override
  public String region() {
    return "us-east-1";
  }

  @Override
  public Uni<Void> warm(int connections) {
    return Uni.createFrom().voidItem();
  }

  @Override
  public Uni<Void> define(List<Account> accounts) {
    return defining.get();
  }

  @Override
  public Uni<Books> read() {
    return Uni.createFrom().item(books);
  }

  @Override
  public List<Change> changes() {
    return changing.get();
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  /** The first one commits, and everybody else finds it done. */
  @Override
  public Uni<Attempted<List<Result>>> settle(List<AuctionOutcome> group) {
    boolean first = settled.getAndIncrement() == 0;
    SettlementEvent event =
        new SettlementEvent.Unsold(group.getFirst().slot().slotId(), Instant.EPOCH, Instant.EPOCH);
    Finding finding = first ? Finding.COMMITTED : Finding.ALREADY_SETTLED;
    List<Result> results = List.of(new Result.Settled(event, finding));
    return settling
        .get()
        .map(_ -> first ? Attempted.committed(results) : Attempted.alreadyThere(results));
  }

  @Override
  public Uni<Optional<SettlementEvent>> settlementOf(SlotId slotId) {
    return Uni.createFrom().item(Optional.empty());
  }
}
