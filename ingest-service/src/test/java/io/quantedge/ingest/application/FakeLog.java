package io.quantedge.ingest.application;

import io.quantedge.contracts.traffic.AuctionEvent;
import io.quantedge.ingest.domain.LogPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A log whose acknowledgements a test gives by hand. */
public final class FakeLog implements AuctionLog {
  public final List<AuctionEvent> appended = new ArrayList<>();
  public final List<CompletableFuture<LogPosition>> acks = new ArrayList<>();

  @Override
  public CompletableFuture<LogPosition> send(AuctionEvent event) {
    CompletableFuture<LogPosition> ack = new CompletableFuture<>();
    appended.add(event);
    acks.add(ack);
    return ack;
  }

  public void acknowledge(int index, long offset) {
    acks.get(index).complete(new LogPosition(0, offset));
  }
}
