/**
 * What the other services say, as telemetry-service passes it on. What is not disclosed or not there
 * may be absent or null, so everything optional is read as both.
 */

export interface Money {
  amount: string;
  currency: string;
}

type Maybe<T> = T | null | undefined;

export interface Tally {
  received: number;
  counted: number;
  duplicate: number;
  rejected: Record<string, number>;
}

/** The evaluator's counts of a slot, as the topic has them. */
export interface Traffic {
  slotId: string;
  offset: number;
  total: Tally;
  byRegion: Record<string, Tally>;
  late: number;
  closed: boolean;
  countedAt: string;
}

/** A slot as ingest-service shows it. */
export interface Definition {
  slotId: string;
  publisherId: string;
  name: string;
  floor: string;
  currency: string;
  pricing: string;
  ranking: string;
  increment: string;
  opensAt: string;
  closesAt: string;
  softClose?: Maybe<{ windowMillis: number; extensionMillis: number; maximumMillis: number }>;
  state: string;
}

/** A bid of the log. */
export interface LoggedBid {
  bidId: string;
  accountId: string;
  region: string;
  price: Money;
  latencyMs?: Maybe<number>;
  qualityScore?: Maybe<number | string>;
  acceptedAt: string;
}

export interface Explanation {
  state: string;
  audience: string;
  rules: { ranking: string; pricing: string; floor: Money; increment: Money };
  winningRegion?: Maybe<string>;
  winner?: Maybe<{
    accountId: string;
    bid?: Maybe<LoggedBid>;
    score?: Maybe<string>;
    decidedBy?: Maybe<string>;
    price: { clearingPrice: Money; basis?: Maybe<string>; leastToOutrank?: Maybe<Money> };
  }>;
  others: {
    rank: number;
    bid: LoggedBid;
    score: string;
    decidedBy: string;
    lossReason: string;
    openRtbCode: number;
    minToWin?: Maybe<Money>;
  }[];
  verdicts: {
    verdict: string;
    count: number;
    reason?: Maybe<string>;
    lossReason?: Maybe<string>;
    openRtbCode?: Maybe<number>;
  }[];
  story: string[];
  /** The fingerprint of what was counted, where the source hands it on. */
  digest?: Maybe<string>;
  closeOffset?: Maybe<number>;
}

/** A bid as ingest-service shows it; sealed parts are absent. */
export interface Bid {
  bidId: string;
  region: string;
  offset?: Maybe<number>;
  acceptedAt?: Maybe<string>;
  accountId?: Maybe<string>;
  amount?: Maybe<string>;
  currency?: Maybe<string>;
  verdict?: Maybe<{
    counting: string;
    rejectionReason?: Maybe<string>;
    result: string;
    lossReason?: Maybe<string>;
  }>;
}

export interface Bids {
  total: number | null;
  shown: number;
  bids: Bid[];
}

export type Settlement = SettledSlot | RejectedSlot | UnsoldSlot;

interface Decided {
  slotId: string;
  closedAt: string;
  committedAt: string;
}

export interface SettledSlot extends Decided {
  type: 'SETTLED';
  settlementId: string;
  buyerId: string;
  publisherId: string;
  bidId: string;
  region: string;
  candidateRank: number;
  winningBid: Money;
  price: Money;
  fee: Money;
  net: Money;
}

interface RejectedSlot extends Decided {
  type: 'REJECTED';
  refusals: { candidateRank: number; accountId: string; reason: string }[];
}

interface UnsoldSlot extends Decided {
  type: 'UNSOLD';
}

export interface SlotHistory {
  slotId: string;
  state: string;
  history: {
    eventNo: number;
    type: string;
    occurredAt: string;
    recordedAt: string;
    reason?: Maybe<string>;
  }[];
}

export interface Posting {
  postingId: string;
  postedAt: string;
  entries: { entryId: string; entryNo: number; accountId: string; kind: string; amount: Money }[];
}

export interface SlotLedger extends Posting {
  slotId: string;
  reversal?: Maybe<Posting>;
}

export interface Account {
  accountId: string;
  type: string;
  name: string;
  currency: string;
  creditLimit: string;
  balance?: Maybe<Money>;
  inOtherCurrencies?: Maybe<Money[]>;
  asOf?: Maybe<string>;
}

export interface Page<T> {
  items: T[];
  next?: Maybe<string>;
}

export interface Statement {
  accountId: string;
  from: string;
  to: string;
  opening: Money;
  entries: StatementLine[];
  closing: Money;
  next?: Maybe<string>;
}

export interface StatementLine {
  entryId: string;
  postingId: string;
  accountId: string;
  kind: string;
  amount: Money;
  slotId?: Maybe<string>;
  bookedAt: string;
  balance?: Maybe<Money>;
}

export interface Reconciliation {
  asOf: string;
  tookMillis: number;
  holds: boolean;
  trialBalance: { currency: string; accountType: string; entries: number; sum: string }[];
  checks: { check: string; holds: boolean; rows: number; violations: number; examples: string[] }[];
}
