package io.quantedge.settlement.dsql;

import io.quantedge.dsql.DsqlException;
import io.quantedge.dsql.DsqlFailure;
import io.quantedge.settlement.application.StoreException;
import io.quantedge.settlement.application.StoreFailure;

/** Says in the words of the use cases what a failure of the connector means. */
final class StoreFailures {
  private StoreFailures() {}

  static StoreException of(Throwable thrown) {
    if (thrown instanceof StoreException known) {
      return known;
    }
    // What our own work threw inside the connector's SQL transaction keeps its meaning.
    return thrown.getCause() instanceof StoreException known
        ? known
        : new StoreException(meaning(DsqlException.failureOf(thrown)), thrown);
  }

  private static StoreFailure meaning(DsqlFailure failure) {
    return switch (failure) {
      case DsqlFailure.Conflict f -> new StoreFailure.Conflict(f.sqlState(), f.code(), f.detail());
      case DsqlFailure.UnknownOutcome f ->
          new StoreFailure.UnknownOutcome(f.sqlState(), f.code(), f.detail());
      case DsqlFailure.Unavailable f ->
          new StoreFailure.Unavailable(f.sqlState(), f.code(), f.detail());
      case DsqlFailure.TooLarge f -> new StoreFailure.TooLarge(f.detail());
      case DsqlFailure.Permanent f -> new StoreFailure.Permanent(f.detail());
    };
  }
}
