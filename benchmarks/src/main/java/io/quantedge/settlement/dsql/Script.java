package io.quantedge.settlement.dsql;

import io.vertx.sqlclient.Tuple;
import java.util.List;

/**
 * All that the service says to the store between BEGIN and COMMIT of one attempt. Immutable.
 *
 * @param breaths statements that go out together; the next ones wait for their answers
 */
public record Script(List<List<Line>> breaths) {
  public Script {
    breaths = breaths.stream().map(List::copyOf).toList();
  }

  /**
   * One statement.
   *
   * @param parameters as the service encodes them
   */
  public record Line(String sql, Tuple parameters) {}
}
