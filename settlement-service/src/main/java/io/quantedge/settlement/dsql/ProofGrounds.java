package io.quantedge.settlement.dsql;

import io.quantedge.dsql.Dsql;
import io.quantedge.settlement.application.proof.Ground;
import io.quantedge.settlement.application.proof.Grounds;
import io.quantedge.settlement.config.StoreConfig;
import io.quantedge.settlement.domain.SettlementRules;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Lets proofs settle in the schema {@code proofs}: tables of the same names, found by the search
 * path of connections that are theirs alone. So the code under proof is the exchange's, to the last
 * statement, and the tables are not. Thread-safe.
 */
@Singleton
class ProofGrounds implements Grounds {
  /** On every connection before anybody gets it: there is none that could settle elsewhere. */
  private static final String SEARCH_PATH = "SET search_path TO " + ProofRows.SCHEMA;

  /** To define accounts, to read back and to take away. */
  private static final int CONNECTIONS_FOR_BOOKS = 2;

  private final Vertx vertx;
  private final StoreConfig config;
  private final Settling settling;
  private final Clock clock;

  ProofGrounds(Vertx vertx, StoreConfig config, Settling settling, Clock clock) {
    this.vertx = vertx;
    this.config = config;
    this.settling = settling;
    this.clock = clock;
  }

  /** The parts that settle, as the exchange uses them; they know no connection. */
  @Singleton
  record Settling(
      StoreGate gate,
      SlotRows slots,
      AccountRows accounts,
      VersionedBalances balances,
      SettlementRules rules) {}

  @Override
  public Preferred preferred() {
    return new Preferred(config.endpoints().getFirst().region(), config.endpoints().size() > 1);
  }

  @Override
  public Ground open(Setup setup) {
    Dsql workers = open(new ProofStoreConfig(config, setup.connections(), setup.network()));
    Dsql books = open(new ProofStoreConfig(config, CONNECTIONS_FOR_BOOKS, Network.PATIENT));
    SqlTransactions transactions = new SqlTransactions(workers, settling.gate());
    DsqlTruthStore store =
        new DsqlTruthStore(transactions, settling.slots(), guard(setup), settling.rules(), clock);
    return new ProofGround(
        setup.prefix(),
        workers,
        books,
        store,
        new ProofGround.Parts(transactions, settling, clock));
  }

  private BalanceGuard guard(Setup setup) {
    BalanceGuard guard =
        switch (setup.balances()) {
          case VERSIONED -> settling.balances();
          case SUMMED -> new BlindBalances(settling.accounts());
        };
    return setup.meeting() == 0 ? guard : new Rendezvous(guard, setup.meeting());
  }

  private Dsql open(ProofStoreConfig of) {
    return Dsql.builder(vertx, of).clock(clock).onNewConnection(SEARCH_PATH).open();
  }
}
