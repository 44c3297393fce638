package io.quantedge.ingest.http;

import io.quantedge.ingest.application.BidSubmission;
import io.quantedge.ingest.application.BoundedLog;
import io.quantedge.ingest.application.PlaceBid;
import io.quantedge.ingest.application.Receipt;
import io.quantedge.ingest.domain.Refusal;
import io.quantedge.ingest.domain.RefusedException;
import io.quantedge.ingest.json.BidReader;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One stream of bids and the results that go back, line for line and in order. Holds one chunk of
 * what comes in and a bounded window of bids under way, whatever the stream's length: the next
 * chunk is asked for only when there is room, and there is room only while the reader of the
 * results keeps up.
 *
 * <p>Runs on the request's event loop; {@link #drain} may be called by any thread.
 */
final class BidStream {
  private static final Logger log = Logger.getLogger(BidStream.class);

  /** How long until a stream looks again whether the log has room, if others fill it. */
  private static final long ROOM_CHECK_MILLIS = 2;

  /** How long the rest of a body is read and thrown away after an early end. */
  private static final long LINGER_MILLIS = 1_000;

  private final Context context;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Tools tools;
  private final LineSplitter splitter;
  private final ResultLines results;
  private final Deque<Pending> window = new ArrayDeque<>();
  private final AtomicBoolean pumpScheduled = new AtomicBoolean();
  private boolean chunkAsked;
  private boolean inputOver;
  private boolean over;

  /**
   * What all streams share.
   *
   * @param window how many lines of one stream may be under way
   */
  record Tools(PlaceBid placeBid, BoundedLog log, Streams streams, int maxLineBytes, int window) {}

  /** A line whose result is not written yet. */
  private static final class Pending {
    private final long line;
    private volatile @Nullable Object result;

    Pending(long line) {
      this.line = line;
    }
  }

  BidStream(Context context, HttpServerRequest request, Tools tools, ResultLines results) {
    this.context = context;
    this.request = request;
    this.response = request.response();
    this.tools = tools;
    this.splitter = new LineSplitter(tools.maxLineBytes());
    this.results = results;
  }

  void begin() {
    response.setChunked(true).putHeader("Content-Type", BidStreamRoute.MEDIA_TYPE);
    response.closeHandler(closed -> end());
    response.exceptionHandler(failure -> end());
    response.drainHandler(drained -> pump());
    request.exceptionHandler(failure -> end());
    request.handler(chunk -> {
      chunkAsked = false;
      if (!inputOver) {
        splitter.feed(chunk.getBytes());
        pump();
      }
    });
    request.endHandler(ended -> {
      splitter.end();
      pump();
    });
    request.pause();
    pump();
  }

  /** Reads no further, finishes what was begun, and ends. */
  void drain() {
    context.runOnContext(now -> {
      inputOver = true;
      pump();
    });
  }

  private void pump() {
    if (over) {
      return;
    }
    if (response.closed() || response.ended()) {
      // The client went, or the server ended the answer, before either handler was told.
      end();
      return;
    }
    write();
    while (!inputOver && mayBeginAnother()) {
      switch (splitter.next()) {
        case LineSplitter.Found.Whole whole -> begin(whole.line());
        case LineSplitter.Found.NeedsMore needsMore -> {
          askForChunk();
          return;
        }
        case LineSplitter.Found.End end -> inputOver = true;
      }
    }
    if (inputOver && window.isEmpty()) {
      finish();
    }
  }

  private boolean mayBeginAnother() {
    if (window.size() >= tools.window() || response.writeQueueFull()) {
      return false;
    }
    if (tools.log().hasRoom()) {
      return true;
    }
    if (window.isEmpty()) {
      // Nothing of this stream will wake it up.
      context.owner().setTimer(ROOM_CHECK_MILLIS, id -> context.runOnContext(now -> pump()));
    }
    return false;
  }

  private void askForChunk() {
    if (!chunkAsked) {
      chunkAsked = true;
      request.fetch(1);
    }
  }

  private void begin(LineSplitter.Line line) {
    Pending pending = new Pending(line.number());
    window.addLast(pending);
    var unused =
        tools
            .placeBid()
            .place(() -> read(line))
            .whenComplete((receipt, failure) -> done(pending, failure == null ? receipt : failure));
  }

  private BidSubmission read(LineSplitter.Line line) {
    if (line.tooLong()) {
      throw new RefusedException(new Refusal.TooLarge("a line", tools.maxLineBytes()));
    }
    return BidReader.read(line.bytes(), line.offset(), line.length());
  }

  /** On whatever thread knows the result; one turn of the event loop writes all that is known. */
  private void done(Pending pending, Object result) {
    pending.result = result;
    if (pumpScheduled.compareAndSet(false, true)) {
      context.runOnContext(now -> {
        pumpScheduled.set(false);
        pump();
      });
    }
  }

  private void write() {
    for (Pending head = window.peekFirst(); head != null; head = window.peekFirst()) {
      Object result = head.result;
      if (result == null) {
        break;
      }
      window.removeFirst();
      switch (result) {
        case Receipt receipt -> results.accepted(head.line, receipt);
        case RefusedException refused -> results.refused(head.line, refused.refusal());
        default -> {
          log.errorf((Throwable) result, "line failed line=%d", head.line);
          results.broken(head.line, Problems.internal("see this node's log"));
        }
      }
    }
    if (!results.isEmpty()) {
      response.write(results.take());
    }
  }

  private void finish() {
    end();
    if (request.isEnded()) {
      response.end();
      return;
    }
    // The client still sends: closing now would cost it the results that are on their way.
    request.resume();
    response
        .end()
        .onComplete(
            sent -> context.owner().setTimer(LINGER_MILLIS, id -> request.connection().close()));
  }

  private void end() {
    over = true;
    tools.streams().leave(this);
  }
}
