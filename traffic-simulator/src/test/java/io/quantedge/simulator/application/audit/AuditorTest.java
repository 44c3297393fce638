package io.quantedge.simulator.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quantedge.contracts.id.SlotId;
import io.quantedge.contracts.traffic.AuctionEvent.BidPlaced;
import io.quantedge.simulator.AuditReport;
import io.quantedge.simulator.AuditSpec;
import io.quantedge.simulator.RunFailedException;
import io.quantedge.simulator.domain.audit.Auction;
import io.quantedge.simulator.domain.audit.Difference;
import io.quantedge.simulator.domain.audit.SlotFinding.Remark;
import io.quantedge.simulator.domain.audit.SlotFinding.Status;
import io.quantedge.simulator.report.AuditTable;
import io.quantedge.simulator.testing.FakeTime;
import io.quantedge.simulator.testing.RecordingListener;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditorTest {
  private static final int SLOTS = 250;

  private final InMemoryBooks books = new InMemoryBooks();
  private final RecordingListener listener = new RecordingListener();
  private final FakeTime time = new FakeTime();

  @BeforeEach
  void manySlotsLongAgo() {
    time.pause(Duration.between(time.instant(), Auction.CLOSES.plusSeconds(5_000)));
    for (int i = 0; i < SLOTS; i++) {
      books.add(Auction.eventful("slot-" + i), i % 3);
    }
  }

  @Test
  void everySlotIsComparedOnceAndProgressIsShown() throws Exception {
    AuditReport report = audit(Optional.empty());

    assertThat(report.differences()).isEmpty();
    assertThat(report.agrees()).isTrue();
    assertThat(report.slots()).isEqualTo(SLOTS);
    assertThat(report.byStatus()).isEqualTo(Map.of(Status.AGREES, (long) SLOTS));
    assertThat(report.records()).isEqualTo(15L * SLOTS);
    assertThat(listener.phases()).containsExactly("reading the outcomes", "auditing slots");
    assertThat(listener.wentBack()).isFalse();
    assertThat(AuditTable.of(report)).contains("Everything that can be compared agrees.");
  }

  @Test
  void oneSlotIsFoundWhereverItStands() throws Exception {
    books.settled.remove(new SlotId("slot-77"));

    assertThat(audit(Optional.of("slot-76")).slots()).isEqualTo(1);
    assertThat(audit(Optional.of("slot-76")).agrees()).isTrue();
    assertThat(audit(Optional.of("slot-77")).differences())
        .extracting(Difference::what)
        .containsExactly("settlement");
  }

  @Test
  void aSlotThatNobodyKnowsIsSaidSo() {
    assertThatThrownBy(() -> audit(Optional.of("nothing")))
        .isInstanceOf(RunFailedException.class)
        .hasMessageContaining("there is no slot nothing");
  }

  @Test
  void slotsThatTheLogHasLostAreFoundByTheirOutcomeOrSettlementOrItem() throws Exception {
    books.forget("slot-5");
    books.forget("slot-6");
    books.outcomes.removeIf(outcome -> outcome.slot().slotId().value().equals("slot-6"));

    AuditReport report = audit(Optional.empty());

    assertThat(report.slots()).isEqualTo(SLOTS);
    assertThat(report.differences())
        .filteredOn(one -> one.what().equals("opening"))
        .extracting(one -> one.slotId().value())
        .containsExactlyInAnyOrder("slot-5", "slot-6");
    books.settled.remove(new SlotId("slot-6"));
    assertThat(audit(Optional.of("slot-6")).differences())
        .extracting(Difference::what)
        .contains("opening");
  }

  @Test
  void recordsInAnotherPartitionAreADifference() throws Exception {
    Auction stray = new Auction("slot-7", Optional.empty());
    books.append(2, new BidPlaced(stray.bid(1, "eve", "9", "USD", 1)));

    assertThat(audit(Optional.empty()).differences())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.what()).isEqualTo("records in another partition");
          assertThat(one.log()).contains("1 in partition 2");
        });
  }

  @Test
  void whatNobodyCanReadIsNotPassedOver() throws Exception {
    books.append(1, "slot-4");
    assertThat(audit(Optional.empty()).differences())
        .extracting(Difference::what)
        .containsExactly("unreadable records");

    books.append(1, "no slot's key");
    AuditReport report = audit(Optional.empty());
    assertThat(report.unreadableRecords()).isEqualTo(1);
    assertThat(report.agrees()).isFalse();
  }

  @Test
  void differencesAndWhatIsNotFinalArePrintedForPeopleAndMachines() throws Exception {
    books.settled.remove(new SlotId("slot-8"));
    Auction open = new Auction("slot-open", Optional.empty());
    books.addOpen(open, 1);

    AuditReport report = audit(Optional.empty(), Duration.ofSeconds(10_000));
    assertThat(report.agrees()).isTrue();
    assertThat(AuditTable.of(report))
        .contains("slot-8: decided, waits for its settlement")
        .contains("slot-open: not decided yet");

    AuditReport impatient = audit(Optional.empty());
    assertThat(impatient.agrees()).isFalse();
    assertThat(AuditTable.of(impatient))
        .contains("slot-8 DIFFERS", "settled   none", "2 of 251 slots DIFFER");
    assertThat(impatient.toJson())
        .contains("\"what\" : \"settlement\"", "\"agrees\" : false")
        .doesNotContain("null");
  }

  @Test
  void aStoreThatIsBehindIsAskedAgainAndOneThatStaysBehindIsNotBelieved() throws Exception {
    books.itemsArriveAfterReads("slot-9", 3);
    assertThat(audit(Optional.of("slot-9"), Duration.ofSeconds(6_000)).agrees()).isTrue();

    books.itemsArriveAfterReads("slot-9", 100_000);
    assertThat(audit(Optional.of("slot-9"), Duration.ofSeconds(6_000)).differences())
        .extracting(Difference::what)
        .contains("late", "digest of all bids");
    assertThat(time.instant()).isAfterOrEqualTo(Auction.CLOSES.plusSeconds(5_990));
  }

  @Test
  void manySlotsWhoseBidsExpiredAreCountedAndNotAllListed() throws Exception {
    books.expireItems();
    AuditReport report = audit(Optional.empty());

    assertThat(report.agrees()).isTrue();
    assertThat(report.byRemark()).isEqualTo(Map.of(Remark.BIDS_EXPIRED, (long) SLOTS));
    assertThat(AuditTable.of(report)).contains("… and 230 more");
  }

  private AuditReport audit(Optional<String> slot) throws Exception {
    return audit(slot, Duration.ofSeconds(60));
  }

  private AuditReport audit(Optional<String> slot, Duration patience) throws Exception {
    return new Auditor(books.books(), time, time, new Random(5), listener)
        .audit(new AuditSpec(slot.map(SlotId::new), patience, Duration.ofDays(7)));
  }
}
