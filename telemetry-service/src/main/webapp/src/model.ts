/** What the service says, field by field. Amounts are text: no float is ever made of money. */

export type Kind = 'measured' | 'derived' | 'simulated';

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

export interface OverviewToday {
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
  } & Partial<Origins>;
}

/** What the totals rest on after a restart. */
export interface Origins {
  /** For each topic the oldest record that is still there; null if it goes back to the beginning. */
  since: Record<string, string | null>;
  /** Which totals were completed from the truth store. */
  fromTruthStore: string[];
  /** Sentences: what cannot be known any more, and why. */
  notKnown: string[];
}

export interface Percentiles {
  p50Millis: number | null;
  p95Millis: number | null;
  p99Millis: number | null;
}

export type LatencyFigures = Evidence & Percentiles;

export interface HotSlot {
  slotId: string;
  bidsPerSecond: number;
  received: number;
  state: string;
}

/** A sum that must come out. `holds` is null if it is not known whether it does; `why` says why. */
export interface Check {
  name: string;
  holds: boolean | null;
  left: string;
  right: string;
  difference: string | null;
  why: string;
  checkedAt: string | null;
}

export interface OverviewAdditions {
  latency: {
    closeToOutcome: LatencyFigures;
    outcomeToSettled: LatencyFigures;
    closeToSettled: LatencyFigures;
  };
  hotSlots: Evidence & { windowSeconds: number; lines: HotSlot[] };
  reconciliation: Evidence & { checks: Check[] };
  store: Evidence & {
    lagRecords: number | null;
    oldestUnwrittenSeconds: number | null;
    hotSlots: number | null;
    oldestWaitingOutcomeSeconds: number | null;
  };
  ledger: Evidence & {
    entries: number | null;
    postings: number | null;
    voided: number | null;
    disputed: number | null;
    checkedAt: string | null;
  };
}

/** A group that is not there is not known. */
export type Overview = OverviewToday & Partial<OverviewAdditions>;

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

export interface ConflictsAdditions {
  /** 1 to 9, and 10 stands for "10 or more". */
  retriesDistribution: { retries: number; operations: number }[];
  /** Attempts for each commit; null if it is not known. */
  attemptsPerCommit: number | null;
  wastedAttempts: number;
  wastedWorkPercent: number | null;
  backoffMillisTotal: number;
  backoff: Percentiles & { sampleSize: number };
  hotKeys: { key: string; kind: 'SLOT' | 'ACCOUNT'; conflicts: number }[];
  byCauseAndCode: { cause: string; code: string; failedAttempts: number }[];
}

export type Conflicts = Evidence &
  ConflictCounts &
  Partial<ConflictsAdditions> & {
    open: number;
    resolutionRate: number;
    averageRetries: number;
    byCause: Record<string, number>;
    bySqlState: Record<string, number>;
    byRegion: Record<string, ConflictCounts>;
    byWorker: (ConflictCounts & { worker: string })[];
    recent: Timeline[];
  };

/** Cumulative counts at one moment. What is optional is not known if it is not there. */
export interface Sample {
  at: string;
  bids: number;
  outcomes: number;
  settlements: number;
  conflicts: number;
  failedAttempts: number;
  late?: number;
  duplicates?: number;
  rejected?: number;
  /** Bids received by region. */
  byRegion?: Record<string, number>;
}

/** The whole state at one moment. */
export interface Frame {
  id: number;
  at: string;
  rebuilt: boolean;
  overview: Overview;
  conflicts: Conflicts;
  cost?: Cost;
  samples: Sample[];
}

// What the exchange costs, and what it would cost with every bid in the truth store.

export interface Cost extends Evidence {
  /** Configured list prices. */
  prices: { name: string; unit: string; price: string; currency: string }[];
  /** Acknowledged bids that the counts are for. */
  bids: number;
  actual: CostSide;
  counterfactual: CostSide;
  /** How each is derived, or what is missing. */
  why: string;
}

export interface CostSide {
  kind: Kind;
  /** WRITE_UNITS, TRUTH_ROWS, TRUTH_COMMITS, TOTAL */
  perTenThousandBids: { name: string; count: number | null; cost: string | null }[];
  /** Mean time until a bid is durable this way. */
  latencyMillis: number | null;
  conflictsPerTenThousandBids: number | null;
  conflictsWhy: string;
}

// Slots: GET /v1/slots and /v1/slots/{slotId}/story

export interface SlotPage {
  slots: SlotSummary[];
  next: string | null;
  /** Which source did not answer. */
  notes: string[];
}

export interface SlotSummary {
  slotId: string;
  name: string | null;
  state: string;
  received: number | null;
  winner: string | null;
  price: string | null;
  currency: string | null;
  closedAt: string | null;
  closesAt: string | null;
}

export interface Story {
  slotId: string;
  at: string;
  parts: Record<PartName, Part>;
}

export type PartName =
  | 'traffic'
  | 'definition'
  | 'explanation'
  | 'bids'
  | 'settlement'
  | 'history'
  | 'ledger'
  | 'conflicts';

export interface Part {
  status: 'KNOWN' | 'ABSENT' | 'UNAVAILABLE';
  source: string;
  why: string | null;
  body: unknown;
}

// The simulator: GET /v1/simulator, POST /v1/simulator/runs, GET /v1/simulation-runs

export interface Simulator {
  enabled: boolean;
  whyNot: string | null;
  /** Shares of regions in per cent; their sum is 100. */
  profiles: { name: string; title: string; regions: Record<string, number> }[];
  limits: { bidsPerSecond: Range; slots: Range; contentionPercent: Range; seconds: Range };
  running: TrafficRun | null;
}

export interface Range {
  min: number;
  max: number;
  default: number;
}

export interface TrafficRun {
  runId: string;
  state: 'STARTING' | 'RUNNING' | 'STOPPING' | 'ENDED';
  startedAt: string;
  profile: string;
  bidsPerSecond: number;
  slots: number;
  contentionPercent: number;
  seconds: number;
  bidsSent: number;
  bidsAcknowledged: number;
  bidsRefused: number;
  slotsOpened: number;
  slotsClosed: number;
  lastProblem: string | null;
}

/** A run as it is kept. `report` is the run's own text, mostly JSON. */
export interface SimulationRun {
  runId: string;
  command: string;
  seed: number;
  startedAt: string;
  finishedAt: string;
  bidsSent: number;
  bidsAcknowledged: number;
  slots: number;
  allHold: boolean;
  report: string;
}

// Proofs: GET /v1/proofs, POST /v1/proofs/{kind}/runs, GET /v1/proofs/runs

export interface Proofs {
  enabled: boolean;
  whyNot: string | null;
  kinds: ProofKind[];
}

export type ProofName = 'RACE' | 'BURST' | 'FAILOVER' | 'WRITE_SKEW';

export interface ProofKind {
  kind: ProofName;
  title: string;
  question: string;
  guard: string;
  available: boolean;
  whyNot: string | null;
  parameters: {
    name: 'workers' | 'accounts';
    min: number;
    max: number;
    default: number;
    meaning: string;
  }[];
  /** The id of the run that is under way. */
  running: string | null;
  queued: number;
  last: ProofRun | null;
}

export interface ProofRuns {
  runs: ProofRun[];
  next: string | null;
}

export interface ProofRun {
  runId: string;
  kind: ProofName;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  parameters: Record<string, number>;
  requestedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  /** Whether the guarded side holds and the unguarded one fails; null until it is done. */
  holds: boolean | null;
  sentence: string;
  guarded: ProofSide | null;
  unguarded: ProofSide | null;
}

export interface ProofSide {
  guarded: boolean;
  /** What guards, or what was taken out. */
  guard: string;
  holds: boolean;
  sentence: string;
  figures: {
    name: string;
    label: string;
    value: number | null;
    unit: 'count' | 'milliseconds' | 'money';
    text: string | null;
  }[];
  timeline: ProofLine[];
}

export interface ProofLine {
  worker: string;
  beganAtMillis: number;
  endedAtMillis: number;
  end: 'COMMITTED' | 'ALREADY_SETTLED' | 'REJECTED' | 'GAVE_UP' | 'FAILED';
  attempts: { attempt: number; atMillis: number; code: string; backoffMillis: number }[];
}

// Incidents: GET /v1/incidents, GET /v1/incidents/{id}, POST /v1/incidents/{id}/events

export interface IncidentPage {
  /** Without their events. */
  incidents: Incident[];
  next: string | null;
  counts: Record<string, number>;
}

export interface Incident {
  incidentId: string;
  kind:
    | 'CONFLICT_STORM'
    | 'HOT_SLOT'
    | 'STALLED_SETTLEMENT'
    | 'DEAD_LETTER'
    | 'FAILED_RECONCILIATION';
  subject: string;
  title: string;
  state: 'OPEN' | 'ACKNOWLEDGED' | 'RESOLVED';
  version: number;
  assignee: string | null;
  openedAt: string;
  lastAt: string;
  allowed: IncidentEventType[];
  events?: IncidentEvent[];
}

export type IncidentEventType =
  | 'OPENED'
  | 'ACKNOWLEDGED'
  | 'ASSIGNED'
  | 'NOTED'
  | 'RESOLVED'
  | 'REOPENED';

export interface IncidentEvent {
  eventId: string;
  version: number;
  type: IncidentEventType;
  actor: string;
  note: string | null;
  assignee: string | null;
  at: string;
}
