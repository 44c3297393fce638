package io.quantedge.telemetry.application;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A question that telemetry passes on to settlement-service: one that only reads, of a list that is
 * written down here. Ids begin with a letter or digit and hold no slash or percent sign, so no path
 * leads anywhere else.
 */
public record TruthPath(String path) {
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

  private static final Pattern PASSED_ON =
      Pattern.compile(
          "accounts(/"
              + ID
              + "(/statement)?)?"
              + "|settlements|ledger|reconciliation"
              + "|slots/"
              + ID
              + "(/settlement|/ledger)?");

  public TruthPath {
    if (!PASSED_ON.matcher(path).matches()) {
      throw new IllegalArgumentException("not passed on: " + path);
    }
  }

  /**
   * @param path as it was asked, not decoded, without a slash before it
   * @return empty if it is not passed on
   */
  public static Optional<TruthPath> of(String path) {
    return PASSED_ON.matcher(path).matches() ? Optional.of(new TruthPath(path)) : Optional.empty();
  }
}
