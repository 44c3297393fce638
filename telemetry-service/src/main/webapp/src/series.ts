import type { Sample } from './model.js';

/** Columns as the charts take them: seconds since 1970, then one column for each figure. */
export interface Rates {
  seconds: number[];
  bids: number[];
  failedAttempts: number[];
}

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
    const rates: Rates = { seconds: [], bids: [], failedAttempts: [] };
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
        rates.seconds.push(second);
        rates.bids.push(now.bids - before.bids);
        rates.failedAttempts.push(now.failedAttempts - before.failedAttempts);
      }
      before = now;
    }
    return rates;
  }
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
  return {
    at: earlier.at,
    bids: mixed(earlier.bids, later.bids),
    outcomes: mixed(earlier.outcomes, later.outcomes),
    settlements: mixed(earlier.settlements, later.settlements),
    conflicts: mixed(earlier.conflicts, later.conflicts),
    failedAttempts: mixed(earlier.failedAttempts, later.failedAttempts),
  };
}
