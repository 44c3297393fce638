import { describe, expect, it } from 'vitest';
import type { Sample } from '../src/model.js';
import { Series } from '../src/series.js';

const START = Date.parse('2026-03-01T10:00:00Z');

function sample(seconds: number, bids: number): Sample {
  const at = new Date(START + seconds * 1000).toISOString();
  return { at, bids, outcomes: 0, settlements: 0, conflicts: 0, failedAttempts: 0 };
}

function bidsAt(series: Series, until: number): number[] {
  return series.rates(START + until * 1000).bids.map((rate) => Math.round(rate));
}

describe('series', () => {
  it('makes rates of cumulative counts', () => {
    const series = new Series(300);
    series.add([sample(0, 100), sample(1, 150), sample(2, 250), sample(3, 250)]);
    expect(bidsAt(series, 3)).toEqual([50, 100, 0]);
  });

  it('does not mind samples that fall unevenly into the seconds', () => {
    const series = new Series(300);
    series.add([0, 1.004, 1.998, 3.01, 3.995, 5.002].map((t) => sample(t, 100 * t)));
    expect(bidsAt(series, 5)).toEqual([100, 100, 100, 100, 100]);
  });

  it('is the same after repeats and in any order', () => {
    const samples = [sample(2, 30), sample(0, 0), sample(1, 10), sample(2, 30)];
    const series = new Series(300);
    series.add(samples);
    series.add(samples);
    expect(bidsAt(series, 2)).toEqual([10, 20]);
  });

  it('takes a gap for silence until just before its end', () => {
    const series = new Series(300);
    series.add([sample(0, 0), sample(10, 80)]);
    expect(bidsAt(series, 12).slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(bidsAt(series, 12).reduce((sum, n) => sum + n, 0)).toBe(80);
  });

  it('forgets what is older than the window and keeps what the first rate needs', () => {
    const series = new Series(10);
    for (let second = 0; second <= 100; second++) {
      series.add([sample(second, 5 * second)]);
    }
    const rates = series.rates(START + 100_000);
    expect(rates.seconds.length).toBeLessThanOrEqual(11);
    expect(rates.bids.every((rate) => Math.round(rate) === 5)).toBe(true);
  });

  it('knows nothing before there is a sample', () => {
    expect(new Series(10).rates(START).bids).toEqual([]);
  });
});
