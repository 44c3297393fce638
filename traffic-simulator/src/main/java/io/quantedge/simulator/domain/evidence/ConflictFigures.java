package io.quantedge.simulator.domain.evidence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How contended the truth store was.
 *
 * @param conflicts operations with at least one attempt that lost against somebody else
 * @param retries attempts after the first, over all operations that had trouble
 * @param resolved conflicted operations that came to an end
 * @param exhausted conflicted operations that gave up
 */
public record ConflictFigures(long conflicts, long retries, long resolved, long exhausted) {

  /**
   * Resolved conflicts in percent, one decimal; 100.0 if there was none, for none is unresolved.
   */
  public BigDecimal resolutionRate() {
    return conflicts == 0
        ? new BigDecimal("100.0")
        : BigDecimal.valueOf(100 * resolved)
            .divide(BigDecimal.valueOf(conflicts), 1, RoundingMode.HALF_UP);
  }

  @Override
  public String toString() {
    return "%d conflicts, %d retries, %d resolved, %d exhausted"
        .formatted(conflicts, retries, resolved, exhausted);
  }
}
