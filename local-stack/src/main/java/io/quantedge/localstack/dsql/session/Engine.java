package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.backend.Backend;
import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.backend.Backends;
import io.quantedge.localstack.dsql.wire.BodyReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What all transactions of the cluster share, whichever endpoint they came through: the turn, the
 * counters that say whether anything was committed meanwhile, and who is in whose way.
 *
 * <p>Only who has the turn makes PostgreSQL take or wait for locks. So a wait is always for a
 * transaction that is idle, and such a one can be moved out of the way at once: no deadlocks, and
 * no waiting for a client. Thread-safe.
 */
public final class Engine {
  private static final int DIGITS_START = 6;

  private final Backends backends;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Map<Integer, Block> blocks = new ConcurrentHashMap<>();
  private final Map<String, String> touchColumns = new ConcurrentHashMap<>();
  private final Rivals rivals = new Rivals();
  private final AtomicLong commits = new AtomicLong();
  private final AtomicLong schemaVersion = new AtomicLong();
  private @Nullable Backend control;

  /** Shares the PostgreSQL server that the connections lead to. */
  public Engine(Backends backends) {
    this.backends = backends;
  }

  /** Work under the turn. */
  interface Work<T> {
    T run() throws BackendLostException, InterruptedException;
  }

  <T> T inTurn(Work<T> work) throws BackendLostException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return work.run();
    } finally {
      turn.unlock();
    }
  }

  Backends backends() {
    return backends;
  }

  void join(Block block) {
    blocks.put(block.pid(), block);
  }

  void leave(Block block) {
    blocks.remove(block.pid(), block);
    rivals.forget(block);
  }

  void rolledBack(Block block) {
    rivals.forget(block);
  }

  /** Called under the turn, when PostgreSQL has committed. */
  void committed(Block block, boolean schemaChanged) {
    commits.incrementAndGet();
    if (schemaChanged) {
      schemaVersion.incrementAndGet();
      touchColumns.clear();
    }
    rivals.committed(block);
  }

  /** Commits that wrote, ever; equal twice means that nobody committed in between. */
  long commits() {
    return commits.get();
  }

  /** Commits that changed the schema, ever. */
  long schemaVersion() {
    return schemaVersion.get();
  }

  /** Columns by role and table, for {@link Touch}. */
  Map<String, String> touchColumns() {
    return touchColumns;
  }

  /**
   * Moves everybody out of the way whom PostgreSQL makes the block wait for. Called by the holder
   * of the turn.
   *
   * @param rowConflict whether they are rivals for rows, of whom one will lose
   */
  void clearTheWay(Block block, boolean rowConflict)
      throws BackendLostException, InterruptedException {
    for (int pid : blockersOf(block.pid())) {
      Block other = blocks.get(pid);
      if (other != null && other != block) {
        if (rowConflict) {
          rivals.pair(block, other);
        }
        other.park();
      }
    }
  }

  /** The ones that PostgreSQL names, like {@code {17,18}}. */
  private List<Integer> blockersOf(int pid) throws BackendLostException, InterruptedException {
    Backend connection = control;
    if (connection == null || connection.isEnded()) {
      connection = backends.open(Map.of("application_name", "dsql-control"));
      control = connection;
    }
    return connection
        .query("SELECT array_to_string(pg_blocking_pids(%d), ',')".formatted(pid))
        .messages()
        .stream()
        .filter(message -> message.type() == 'D')
        .map(row -> new BodyReader(row.body()).rest())
        .map(body -> body.getString(DIGITS_START, body.length(), StandardCharsets.UTF_8.name()))
        .flatMap(pids -> Arrays.stream(pids.split(",", -1)))
        .filter(text -> !text.isEmpty())
        .map(Integer::valueOf)
        .toList();
  }
}
