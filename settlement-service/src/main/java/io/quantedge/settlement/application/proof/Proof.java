package io.quantedge.settlement.application.proof;

/** How one kind is proved. Thread-safe; blocks until it is done. */
interface Proof {
  ProofSide run(ProofRequest request);
}
