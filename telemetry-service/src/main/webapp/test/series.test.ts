import { describe, expect, it } from 'vitest';
import type { Sample } from '../src/model.js';
import { recentMean, Series } from '../src/series.js';

const START = Date.parse('2026-03-01T10:00:00Z');

function sample(seconds: number, bids: number): Sample {
  const at = new Date(START + seconds * 1000).toISOString();
  return { at, bids, outcomes: 0, settlements: 0, conflicts: 0, failedAttempts: 0 };
}

function bidsAt(series: Series, until: number): number[] {
  return series.rates(START + until * 1000).bids.map((rate) => Math.round(rate!));
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
    expect(rates.bids.every((rate) => Math.round(rate!) === 5)).toBe(true);
  });

  it('knows nothing before there is a sample', () => {
    expect(new Series(10).rates(START).bids).toEqual([]);
  });

  it('makes rates by region, and takes a region that comes later to have been silent', () => {
    const series = new Series(300);
    series.add([
      { ...sample(0, 0), byRegion: { east: 0 } },
      { ...sample(1, 10), byRegion: { east: 10 } },
      { ...sample(2, 40), byRegion: { east: 20, west: 20 } },
    ]);
    const { byRegion } = series.rates(START + 2_000);
    expect(byRegion['east']!.map((rate) => Math.round(rate!))).toEqual([10, 10]);
    expect(byRegion['west']!.map((rate) => Math.round(rate!))).toEqual([0, 20]);
  });

  it('does not make a rate of what a sample does not say', () => {
    const series = new Series(300);
    series.add([sample(0, 0), { ...sample(1, 5), late: 1 }, { ...sample(2, 9), late: 4 }]);
    expect(series.rates(START + 2_000).late).toEqual([null, 3]);
    expect(series.rates(START + 2_000).byRegion).toEqual({});
  });
});

describe('the mean of the last seconds', () => {
  it('is of no more than there are, and not known of too few or of gaps', () => {
    expect(recentMean([100, 1, 2, 3], 3)).toBe(2);
    expect(recentMean([1, 2], 10)).toBe(1.5);
    expect(recentMean([1], 10)).toBeNull();
    expect(recentMean([1, null, 3], 10)).toBeNull();
  });
});
