/** What the service says, field by field. Amounts are text: no float is ever made of money. */

export type Kind = 'measured' | 'derived';

/** What a group of figures rests on. */
export interface Evidence {
  kind: Kind;
  sampleSize: number;
  newestAt: string | null;
  ageSeconds: number | null;
}

export interface RegionBids {
  received: number;
  counted: number;
  duplicate: number;
  rejected: number;
}

export interface SlotLine {
  slotId: string;
  name: string | null;
  state: 'OPEN' | 'CLOSED' | 'AWARDED' | 'UNSOLD' | 'SETTLED' | 'REJECTED';
  received: number;
  counted: number;
  late: number;
  winningRegion: string | null;
  winner: string | null;
  price: string | null;
  currency: string | null;
  lastAt: string;
}

export interface Overview {
  at: string;
  bids: Evidence & {
    received: number;
    counted: number;
    duplicate: number;
    rejected: Record<string, number>;
    late: number;
    byRegion: Record<string, RegionBids>;
  };
  rate: Evidence & { windowSeconds: number; bidsPerSecond: number | null };
  slots: Evidence & { open: number; closed: number };
  outcomes: Evidence & { awarded: number; unsold: number };
  settlements: Evidence & {
    settled: number;
    rejected: number;
    unsold: number;
    waiting: number;
    oldestWaitingSince: string | null;
  };
  money: Evidence & {
    byCurrency: Record<string, { settlements: number; price: string; fee: string; net: string }>;
  };
  closeToSettled: Evidence & {
    p50Millis: number | null;
    p95Millis: number | null;
    p99Millis: number | null;
  };
  winningRegions: Evidence & { byRegion: Record<string, number> };
  topSlots: Evidence & { lines: SlotLine[] };
  recentSlots: Evidence & { lines: SlotLine[] };
  coverage: {
    exact: boolean;
    slotsRetired: number;
    operationsRetired: number;
    cutShort: number;
    unreadable: Record<string, number>;
  };
}

export interface AttemptLine {
  attempt: number;
  cause: 'CONFLICT' | 'UNKNOWN_OUTCOME' | 'UNAVAILABLE';
  sqlState: string | null;
  code: string | null;
  backoffMillis: number;
  at: string;
}

export interface Timeline {
  operationId: string;
  slotIds: string[];
  worker: string;
  region: string;
  attempts: AttemptLine[];
  end: 'RESOLVED' | 'EXHAUSTED' | 'OPEN';
  endAttempt: number | null;
  finding: 'COMMITTED' | 'ALREADY_SETTLED' | null;
  startedAt: string;
  lastAt: string;
}

export interface ConflictCounts {
  operations: number;
  conflicts: number;
  retries: number;
  resolved: number;
  exhausted: number;
  failedAttempts: number;
}

export type Conflicts = Evidence &
  ConflictCounts & {
    open: number;
    resolutionRate: number;
    averageRetries: number;
    byCause: Record<string, number>;
    bySqlState: Record<string, number>;
    byRegion: Record<string, ConflictCounts>;
    byWorker: (ConflictCounts & { worker: string })[];
    recent: Timeline[];
  };

/** Cumulative counts at one moment. */
export interface Sample {
  at: string;
  bids: number;
  outcomes: number;
  settlements: number;
  conflicts: number;
  failedAttempts: number;
}

/** The whole state at one moment. */
export interface Frame {
  id: number;
  at: string;
  rebuilt: boolean;
  overview: Overview;
  conflicts: Conflicts;
  samples: Sample[];
}
