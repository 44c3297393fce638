import { describe, expect, it } from 'vitest';
import type { Overview } from '../src/model.js';
import { claim } from '../src/views/checks.js';
import { priceText } from '../src/views/cost.js';
import { retriesText } from '../src/views/contention.js';
import { pretty } from '../src/views/runs.js';
import { sparkPoints } from '../src/views/spark.js';
import { verdictsOf } from '../src/views/verdicts.js';

describe('the verdicts', () => {
  it('add up to all bids read, and name the commonest reason first', () => {
    const bids = { received: 100, counted: 80, duplicate: 5, late: 7, rejected: { BELOW_FLOOR: 4, UNKNOWN_SLOT: 11 } };
    const lines = verdictsOf({ bids } as unknown as Overview);
    const whole = lines.filter((line) => !line.part).reduce((sum, line) => sum + line.count, 0);
    expect(whole).toBe(bids.received + bids.late);
    expect(lines.filter((line) => line.part).map((line) => line.label)).toEqual(['unknown slot', 'below floor']);
  });
});

describe('small texts and drawings', () => {
  it('say claims and retries in words', () => {
    expect(claim('LEDGER_SUMS_TO_ZERO')).toBe('The ledger sums to zero');
    expect(claim('SOMETHING_NEW')).toBe('something new');
    expect([1, 2, 10].map(retriesText)).toEqual(['1 retry', '2 retries', '10 or more retries']);
  });

  it('say what a price is per, in money or in units that have a price', () => {
    const price = { name: 'A', price: '1000.5', currency: 'USD', unit: '1,000,000 write units' };
    expect(priceText(price)).toBe('1,000.5 USD per 1,000,000 write units');
    expect(priceText({ name: 'B', price: '0.05', currency: 'DPU', unit: 'DPU per row' })).toBe('0.05 DPU per row');
  });

  it('show a report readably, whatever it is, and not without end', () => {
    expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}');
    expect(pretty('all well')).toBe('all well');
    expect(pretty('x'.repeat(20_005))).toMatch(/x\n… 5 characters more/);
  });

  it('draw a little line of what is known', () => {
    expect(sparkPoints([0, null, 4], 4)).toBe('0.0,27.0 100.0,2.0');
    expect(sparkPoints([], 4)).toBe('');
  });
});
