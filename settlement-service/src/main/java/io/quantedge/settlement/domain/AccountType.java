package io.quantedge.settlement.domain;

/** What an account does on the exchange, and so what may be asked of it. */
public enum AccountType {
  /** Buys slots; its balance is guarded. */
  ADVERTISER,
  /** Sells slots; it is only ever credited. */
  PUBLISHER,
  /** The house: fee revenue and the counterpart of fundings. */
  EXCHANGE
}
