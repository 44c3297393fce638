package io.quantedge.localstack.dsql.session;

import io.quantedge.localstack.dsql.access.ConnectionGate;
import io.quantedge.localstack.dsql.backend.Backend;
import io.quantedge.localstack.dsql.backend.BackendLostException;
import io.quantedge.localstack.dsql.rule.Refusal;
import io.quantedge.localstack.dsql.wire.Answers;
import io.quantedge.localstack.dsql.wire.Message;
import io.quantedge.localstack.dsql.wire.ProtocolException;
import io.quantedge.localstack.dsql.wire.SqlError;
import io.quantedge.localstack.dsql.wire.Wire;
import io.quantedge.localstack.dsql.wire.Wire.EndedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One client from its startup message to its end, as a straight line on a virtual thread. One use;
 * the thread that runs it owns everything in it.
 */
public final class Session implements Runnable {
  private static final Duration PASSWORD_LIMIT = Duration.ofSeconds(30);

  /** A transaction that is open when the lifetime ends has at most this long, its own limit. */
  private static final Duration LAST_TRANSACTION_LIMIT = Duration.ofSeconds(300);

  private final Wire wire;
  private final Place place;
  private final Map<String, String> parameters;
  private final String host;
  private final Client client;
  private final Instant endsAt;

  /**
   * Prepares to serve.
   *
   * @param wire the client
   * @param place where it has come in
   * @param parameters of its startup message
   * @param host the name by which it has called
   */
  public Session(Wire wire, Place place, Map<String, String> parameters, String host) {
    this.wire = wire;
    this.place = place;
    this.parameters = Map.copyOf(parameters);
    this.host = host;
    this.client = new Client(wire);
    this.endsAt = place.clock().instant().plus(place.lifetime());
  }

  @Override
  public void run() {
    try {
      if (admitted()) {
        serveWithin(place.gate());
      }
    } catch (EndedException e) {
      // The client has gone; there is nobody to tell.
    } catch (CutException e) {
      // Asked for: not a word.
    } catch (BackendLostException e) {
      e.error().ifPresent(this::sayLast);
    } catch (ProtocolException | IndexOutOfBoundsException e) {
      sayLast(SqlError.fatal("08P01", "protocol violation: " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      System.err.printf("event=session-failed region=%s cause=%s%n", place.region(), e);
      sayLast(SqlError.fatal("XX000", "the local Aurora DSQL failed: " + e));
    } finally {
      wire.close();
    }
  }

  private void sayLast(SqlError error) {
    client.say(Answers.error(SqlError.fatal(error.sqlState(), error.message())));
    client.flush();
  }

  /** Asks for the token and checks it. */
  private boolean admitted() throws EndedException, InterruptedException {
    client.say(Answers.cleartextPassword());
    client.flush();
    Optional<Message> password = wire.receive(PASSWORD_LIMIT);
    if (password.isEmpty() || password.get().type() != 'p') {
      return false;
    }
    String role = parameters.getOrDefault("user", "");
    Optional<Refusal> refusal =
        place.tokens().check(password.get().text(), role, host, place.region());
    if (refusal.isPresent()) {
      place.counters().tokenRefused();
      sayLast(SqlError.fatal(refusal.get().sqlState(), refusal.get().message()));
      return false;
    }
    return true;
  }

  private void serveWithin(ConnectionGate gate)
      throws EndedException, CutException, BackendLostException, InterruptedException {
    Optional<Refusal> refusal = gate.admit();
    if (refusal.isPresent()) {
      place.counters().connectionRefused();
      sayLast(SqlError.fatal(refusal.get().sqlState(), refusal.get().message()));
      return;
    }
    place.counters().opened();
    try {
      serve();
    } finally {
      place.counters().closed();
      gate.closed();
    }
  }

  private void serve()
      throws EndedException, CutException, BackendLostException, InterruptedException {
    String role = parameters.getOrDefault("user", "");
    try (Backend backend = Startup.open(place.engine().backends(), parameters)) {
      Block block = new Block(place.engine(), backend, role);
      place.engine().join(block);
      backend.onEnd(wire::stopReceiving);
      try {
        Startup.welcome(backend, client);
        loop(new Transaction(block, place.faults(), place.counters(), place.clock()));
      } catch (EndedException e) {
        if (backend.isEnded()) {
          throw backend.lost();
        }
        throw e;
      } finally {
        place.engine().leave(block);
      }
    }
  }

  private void loop(Transaction transaction)
      throws EndedException, CutException, BackendLostException, InterruptedException {
    ExtendedUnit extended = new ExtendedUnit(transaction, client);
    while (true) {
      client.flush();
      Optional<Message> received = wire.receive(patience(transaction));
      if (received.isEmpty()) {
        sayLast(
            SqlError.fatal(
                "57P01",
                "the connection has reached its lifetime of %d s: connect again"
                    .formatted(place.lifetime().toSeconds())));
        return;
      }
      Message message = received.get();
      switch (message.type()) {
        case 'Q' -> {
          new SimpleUnit(transaction, client).run(message.text());
          client.say(Answers.ready(transaction.status()));
        }
        case 'P', 'B', 'D', 'E', 'C', 'H' -> extended.take(message);
        case 'S' -> {
          extended.sync();
          client.say(Answers.ready(transaction.status()));
        }
        case 'X' -> {
          return;
        }
        case 'd', 'c', 'f' -> {
          // The rest of a COPY that was refused.
        }
        default ->
            throw new ProtocolException(
                "a message of type %s is not taken".formatted(message.type()));
      }
    }
  }

  /** How long the client may say nothing. */
  private Duration patience(Transaction transaction) {
    Duration left = Duration.between(place.clock().instant(), endsAt);
    Duration limit = transaction.isIdle() ? left : left.plus(LAST_TRANSACTION_LIMIT);
    return limit.isNegative() ? Duration.ZERO : limit;
  }
}
