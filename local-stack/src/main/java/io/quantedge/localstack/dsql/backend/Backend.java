package io.quantedge.localstack.dsql.backend;

import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.Requests;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.quantedge.localstack.dsql.wire.Wire;
import io.quantedge.localstack.dsql.wire.Wire.EndedException;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One connection to PostgreSQL, used by one thread at a time: bytes out, replies in, blocking.
 * Closing is thread-safe.
 */
public final class Backend implements AutoCloseable {
  private static final Duration FIRST_PATIENCE = Duration.ofMillis(3);
  private static final Duration LAST_PATIENCE = Duration.ofMillis(100);

  private final Wire wire;
  private final int pid;
  private final Map<String, String> settings;
  private volatile Optional<SqlError> lastWords = Optional.empty();

  Backend(Wire wire, int pid, Map<String, String> settings) {
    this.wire = wire;
    this.pid = pid;
    this.settings = Map.copyOf(settings);
  }

  /** Whom PostgreSQL's own views name for this connection. */
  public int pid() {
    return pid;
  }

  /** The settings that PostgreSQL reported at the start. */
  public Map<String, String> settings() {
    return settings;
  }

  /** What is done while an answer takes its time. */
  public interface Patience {
    /** Does nothing, but wait on. */
    Patience ENDLESS = () -> {};

    /** Called after a few milliseconds without a message, then more and more rarely. */
    void stillNothing() throws BackendLostException, InterruptedException;
  }

  /**
   * Sends and collects.
   *
   * @param bytes complete units
   * @param units how many
   * @return one reply for each unit
   * @throws BackendLostException if the connection ends meanwhile
   */
  public List<Reply> exchange(Buffer bytes, int units, Patience patience)
      throws BackendLostException, InterruptedException {
    wire.send(bytes);
    List<Reply> replies = new ArrayList<>(units);
    List<Message> messages = new ArrayList<>();
    while (replies.size() < units) {
      Message message = next(patience);
      if (message.type() == 'Z') {
        replies.add(new Reply(messages));
        messages.clear();
      } else {
        messages.add(message);
      }
    }
    return replies;
  }

  /**
   * Sends one simple query.
   *
   * @throws BackendLostException if the connection ends meanwhile
   */
  public Reply query(String sql) throws BackendLostException, InterruptedException {
    return exchange(Requests.query(sql).frame(), 1, Patience.ENDLESS).getFirst();
  }

  /**
   * Sends one unit and passes on each message as it comes: for answers that may be large.
   *
   * @throws BackendLostException if the connection ends meanwhile
   */
  public void stream(Buffer bytes, Consumer<Message> sink)
      throws BackendLostException, InterruptedException {
    wire.send(bytes);
    for (Message message = next(Patience.ENDLESS);
        message.type() != 'Z';
        message = next(Patience.ENDLESS)) {
      sink.accept(message);
    }
  }

  private Message next(Patience patience) throws BackendLostException, InterruptedException {
    Duration limit = FIRST_PATIENCE;
    try {
      while (true) {
        Optional<Message> message = wire.receive(limit);
        if (message.isEmpty()) {
          patience.stillNothing();
          limit = limit.compareTo(LAST_PATIENCE) < 0 ? limit.multipliedBy(2) : LAST_PATIENCE;
        } else if (isForUs(message.get())) {
          return message.get();
        }
      }
    } catch (EndedException e) {
      throw lost();
    }
  }

  /** Notices, settings and notifications come at any time and belong to no unit. */
  private boolean isForUs(Message message) {
    if (message.type() == 'E') {
      SqlError error = SqlError.read(message);
      if (error.severity().equals("FATAL") || error.severity().equals("PANIC")) {
        lastWords = Optional.of(SqlError.fatal(error.sqlState(), error.message()));
        return false;
      }
    }
    return "NSA".indexOf(message.type()) < 0;
  }

  /** What to throw when the connection has ended. */
  public BackendLostException lost() {
    return lastWords.map(BackendLostException::new).orElseGet(BackendLostException::new);
  }

  /** Has something done when the connection ends, on any thread. */
  public void onEnd(Runnable action) {
    wire.onEnd(action);
  }

  /** Whether it has ended. */
  public boolean isEnded() {
    return wire.isEnded();
  }

  /** Ends the connection; PostgreSQL rolls back what is open. */
  @Override
  public void close() {
    if (!wire.isEnded()) {
      wire.send(Requests.terminate());
      wire.close();
    }
  }
}
