package io.quantedge.settlement.application.proof;

import java.util.Optional;

/**
 * Cuts an endpoint of the truth store in the network path, where somebody has allowed it.
 * Thread-safe; calls block.
 */
public interface NetworkFaults {
  /** Why nothing can be cut; empty if it can. */
  Optional<String> whyNot();

  /**
   * Looks before anything is begun.
   *
   * @throws ProofException if the endpoint of a region does not serve, with what to do
   */
  void requireServing(String region);

  /**
   * Makes the endpoint of a region silent for everybody who uses it.
   *
   * @throws ProofException if it does not serve, or cannot be cut
   */
  void cut(String region);

  /**
   * Ends that. Nothing happens if the endpoint is not cut by this process.
   *
   * @throws ProofException if it cannot be ended, with what to do
   */
  void mend(String region);
}
