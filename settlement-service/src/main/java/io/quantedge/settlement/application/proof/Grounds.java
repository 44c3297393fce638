package io.quantedge.settlement.application.proof;

/** Where proofs may settle: apart from the exchange's truth. Thread-safe. */
public interface Grounds {
  /** The preferred endpoint's region, and whether there is a second endpoint to go to. */
  Preferred preferred();

  /**
   * Opens tables apart, with connections of their own; the caller closes them.
   *
   * @throws io.quantedge.settlement.application.StoreException if the store is not there
   */
  Ground open(Setup setup);

  /** The endpoint that is used as long as it serves. */
  record Preferred(String region, boolean hasSecond) {}

  /**
   * How a proof wants it.
   *
   * @param prefix what the ids of all its slots and accounts begin with
   * @param connections how many are used at a time
   * @param meeting how many attempts have to have read before the first of them goes on; 0 for none
   */
  record Setup(String prefix, int connections, int meeting, Balances balances, Network network) {}

  /** How balances are guarded. */
  enum Balances {
    /** As in production. */
    VERSIONED,
    /** Not at all: a balance is the sum of its entries, as it was read. */
    SUMMED
  }

  /** How the store is reached. */
  enum Network {
    /** As in production, with patience for many connections on a small machine. */
    PATIENT,
    /** As in production, with little patience for an endpoint that is silent. */
    IMPATIENT,
    /** Impatient, and with the preferred endpoint alone. */
    IMPATIENT_WITHOUT_SECOND
  }
}
