import type { Sample } from './model.js';

/** What is counted from the beginning on, and what its rate is called here. */
const COUNTS = [
  'bids',
  'outcomes',
  'settlements',
  'conflicts',
  'failedAttempts',
  'late',
  'duplicates',
  'rejected',
] as const;

export type Count = (typeof COUNTS)[number];

/**
 * Columns as the charts take them: seconds since 1970, then one column for each figure, in events
 * per second; null where it is not known.
 */
export type Rates = { seconds: number[]; byRegion: Record<string, (number | null)[]> } & Record<
  Count,
  (number | null)[]
>;

/**
 * Keeps cumulative samples of the last minutes and makes rates of them. The service sends a sample
 * only when something changed, so in a gap between two samples the counts are taken to have stood
 * still until about a second before the later one.
 */
export class Series {
  private samples: Sample[] = [];

  constructor(private readonly keepSeconds: number) {}

  /** Adds samples in any order; those that are known change nothing. */
  add(more: readonly Sample[]): void {
    const known = new Set(this.samples.map((sample) => sample.at));
    const fresh = more.filter((sample) => !known.has(sample.at));
    if (fresh.length === 0) {
      return;
    }
    this.samples = [...this.samples, ...fresh].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
    const newest = Date.parse(this.samples.at(-1)!.at);
    const from = newest - this.keepSeconds * 1000;
    // One sample before the window stays: it is what the first rate is measured against.
    const first = this.samples.findIndex((sample) => Date.parse(sample.at) >= from);
    this.samples = this.samples.slice(Math.max(0, first - 1));
  }

  /** One rate for each whole second up to `until`, in milliseconds since 1970. */
  rates(until: number): Rates {
    const rates = emptyRates(this.regions());
    const first = this.samples[0];
    if (first === undefined) {
      return rates;
    }
    const end = Math.floor(until / 1000);
    const start = Math.max(end - this.keepSeconds, Math.ceil(Date.parse(first.at) / 1000) + 1);
    let index = 0;
    let before = first;
    for (let second = start - 1; second <= end; second++) {
      while (isAt(this.samples[index + 1], second)) {
        index++;
      }
      const now = between(this.samples[index]!, this.samples[index + 1], second * 1000);
      if (second >= start) {
        append(rates, second, before, now);
      }
      before = now;
    }
    return rates;
  }

  private regions(): string[] {
    return [...new Set(this.samples.flatMap((sample) => Object.keys(sample.byRegion ?? {})))].sort();
  }
}

/** The mean of the last seconds of a column; null if they are not all known, or too few. */
export function recentMean(column: readonly (number | null)[], seconds: number): number | null {
  const last = column.slice(-seconds);
  let sum = 0;
  for (const value of last) {
    if (value === null) {
      return null;
    }
    sum += value;
  }
  return last.length < Math.min(2, seconds) ? null : Math.round((10 * sum) / last.length) / 10;
}

function emptyRates(regions: readonly string[]): Rates {
  return {
    seconds: [],
    bids: [],
    outcomes: [],
    settlements: [],
    conflicts: [],
    failedAttempts: [],
    late: [],
    duplicates: [],
    rejected: [],
    byRegion: Object.fromEntries(regions.map((region) => [region, []])),
  };
}

function append(rates: Rates, second: number, before: Sample, now: Sample): void {
  rates.seconds.push(second);
  for (const name of COUNTS) {
    rates[name].push(difference(before[name], now[name]));
  }
  for (const [region, column] of Object.entries(rates.byRegion)) {
    column.push(
      before.byRegion === undefined || now.byRegion === undefined
        ? null
        : // A region that is not in a sample had not sent anything by then.
          (now.byRegion[region] ?? 0) - (before.byRegion[region] ?? 0),
    );
  }
}

function difference(before: number | undefined, now: number | undefined): number | null {
  return before === undefined || now === undefined ? null : now - before;
}

/** Samples are about a second apart; a longer gap says that nothing happened before its end. */
const STEP_MS = 1_200;

function isAt(sample: Sample | undefined, second: number): boolean {
  return sample !== undefined && Date.parse(sample.at) <= second * 1000;
}

/** The counts between two samples, by straight line over the last step. */
function between(earlier: Sample, later: Sample | undefined, at: number): Sample {
  if (later === undefined) {
    return earlier;
  }
  const end = Date.parse(later.at);
  const begin = Math.max(Date.parse(earlier.at), end - STEP_MS);
  const part = Math.max(0, (at - begin) / (end - begin));
  const mixed = (a: number, b: number): number => a + (b - a) * part;
  const maybe = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? undefined : mixed(a, b);
  return {
    at: earlier.at,
    bids: mixed(earlier.bids, later.bids),
    outcomes: mixed(earlier.outcomes, later.outcomes),
    settlements: mixed(earlier.settlements, later.settlements),
    conflicts: mixed(earlier.conflicts, later.conflicts),
    failedAttempts: mixed(earlier.failedAttempts, later.failedAttempts),
    ...known({
      late: maybe(earlier.late, later.late),
      duplicates: maybe(earlier.duplicates, later.duplicates),
      rejected: maybe(earlier.rejected, later.rejected),
      byRegion: mixedRegions(earlier.byRegion, later.byRegion, mixed),
    }),
  };
}

type Maybe<T> = { [K in keyof T]: T[K] | undefined };
type Optionals = Required<Pick<Sample, 'late' | 'duplicates' | 'rejected' | 'byRegion'>>;

/** Without the fields that are not known. */
function known(fields: Maybe<Optionals>): Partial<Optionals> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Partial<Optionals>;
}

function mixedRegions(
  earlier: Record<string, number> | undefined,
  later: Record<string, number> | undefined,
  mixed: (a: number, b: number) => number,
): Record<string, number> | undefined {
  if (earlier === undefined || later === undefined) {
    return undefined;
  }
  return Object.fromEntries(
    Object.entries(later).map(([region, count]) => [region, mixed(earlier[region] ?? 0, count)]),
  );
}
