package io.quantedge.simulator.traffic;

import io.quantedge.simulator.application.Exchange;
import io.quantedge.simulator.application.Reply;
import io.quantedge.simulator.domain.scenario.PlannedBid;
import io.quantedge.simulator.domain.scenario.PlannedSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends bids and opens auctions on virtual threads, a bounded number at once. Whoever hands over a
 * bid waits for a place, so nothing queues up. Handing over is for one thread.
 */
final class Senders implements AutoCloseable {
  private static final int OPENINGS_AT_ONCE = 16;
  private static final long PLACE_WAIT_MILLIS = 50;

  private final Exchange exchange;
  private final Asking asking;
  private final Tally tally;
  private final int maxInFlight;
  private final Semaphore places;
  private final Semaphore openings = new Semaphore(OPENINGS_AT_ONCE);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("traffic-", 0).factory());

  Senders(Exchange exchange, Asking asking, Tally tally, int maxInFlight) {
    this.exchange = exchange;
    this.asking = asking;
    this.tally = tally;
    this.maxInFlight = maxInFlight;
    this.places = new Semaphore(maxInFlight);
  }

  /** Opens an auction in the background; its entry tells when that is known. */
  void open(PlannedSlot slot, Auctions.Entry entry) {
    threads.execute(() -> {
      boolean isOpen = false;
      try {
        openings.acquire();
        try {
          isOpen = isOpened(slot, entry.closesAt());
        } finally {
          openings.release();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        entry.opened().complete(isOpen);
      }
    });
  }

  private boolean isOpened(PlannedSlot slot, Instant closesAt) throws InterruptedException {
    return switch (asking.ask(() -> exchange.open(slot, closesAt), closesAt)) {
      case Reply.Done _ -> {
        tally.opened();
        yield true;
      }
      case Reply.Refused(var code, var detail) -> {
        tally.problem("an auction could not be opened: " + code + ": " + detail);
        yield false;
      }
      case Reply.Acknowledged _ -> false;
      case Reply.TryLater _ -> false;
    };
  }

  /**
   * Sends a bid in the background, as soon as its auction is open.
   *
   * @return false if no place became free for a moment; the bid is not sent then
   */
  boolean offer(PlannedBid bid, Auctions.Entry entry) throws InterruptedException {
    if (!places.tryAcquire(PLACE_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
      return false;
    }
    threads.execute(() -> {
      try {
        send(bid, entry);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        places.release();
      }
    });
    return true;
  }

  private void send(PlannedBid bid, Auctions.Entry entry) throws InterruptedException {
    if (!isOpen(entry)) {
      tally.leftOut(1);
      return;
    }
    tally.sent();
    boolean ended = false;
    try {
      tally.ended(asking.ask(() -> exchange.place(bid), entry.closesAt()));
      ended = true;
    } finally {
      if (!ended) {
        tally.unanswered();
      }
    }
  }

  private static boolean isOpen(Auctions.Entry entry) throws InterruptedException {
    try {
      return entry.opened().get();
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** Waits until nothing is under way, at most so long. */
  void drain(Duration patience) throws InterruptedException {
    if (places.tryAcquire(maxInFlight, patience.toMillis(), TimeUnit.MILLISECONDS)) {
      places.release(maxInFlight);
    } else {
      tally.problem("answers were still missing " + patience.toSeconds() + " s after the end");
    }
  }

  /** Interrupts what is under way and waits for its end. */
  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
