import { describe, expect, it } from 'vitest';
import type { ProofSide } from '../src/model.js';
import { layOut, longest, ticks } from '../src/reliability/lanes.js';
import { pairs, value } from '../src/reliability/result.js';

type Line = ProofSide['timeline'][number];

function line(worker: string, begin: number, end: number, attempts: Line['attempts'] = []): Line {
  return { worker, beganAtMillis: begin, endedAtMillis: end, end: 'COMMITTED', attempts };
}

function side(guarded: boolean, timeline: Line[], figures: ProofSide['figures'] = []): ProofSide {
  return { guarded, guard: '', holds: guarded, sentence: '', figures, timeline };
}

describe('the lanes of a proof', () => {
  it('share one scale, so that both sides can be compared', () => {
    const guarded = side(true, [line('worker-1', 0, 200)]);
    const unguarded = side(false, [line('worker-1', 0, 50)]);
    const scale = longest([guarded, unguarded, null]);
    expect(scale).toBe(200);
    const [long] = layOut(guarded.timeline, scale).lanes;
    const [short] = layOut(unguarded.timeline, scale).lanes;
    expect(short!.width).toBeCloseTo(long!.width / 4, 1);
  });

  it('stand in the order in which they began, then by number', () => {
    const lanes = layOut([line('worker-10', 5, 9), line('worker-2', 5, 9), line('worker-7', 1, 9)], 10);
    expect(lanes.lanes.map((each) => each.worker)).toEqual(['worker-7', 'worker-2', 'worker-10']);
  });

  it('show attempts and waits within the drawing, however long the wait', () => {
    const attempts = [
      { attempt: 1, atMillis: 40, code: 'OC000', backoffMillis: 12 },
      { attempt: 2, atMillis: 95, code: 'OC001', backoffMillis: 900 },
    ];
    const { lanes } = layOut([line('worker-1', 10, 100, attempts)], 100);
    const [first, last] = lanes[0]!.marks;
    expect(first!.x).toBeGreaterThan(lanes[0]!.begin);
    expect(last!.x + last!.waitWidth).toBeLessThanOrEqual(100);
    expect(lanes[0]!.story).toBe(
      'worker-1: attempt 1 OC000, waited 12 ms, attempt 2 OC001, waited 900 ms, committed after 90 ms',
    );
  });

  it('have a scale of a few round times', () => {
    expect(ticks(131)).toEqual([0, 50, 100]);
    for (const millis of [1, 7, 99, 1_000, 12_345, 60_000]) {
      const found = ticks(millis);
      expect(found.length).toBeGreaterThanOrEqual(3);
      expect(found.length).toBeLessThanOrEqual(6);
      expect(found.at(-1)).toBeLessThanOrEqual(millis);
    }
  });

  it('of nobody are none', () => {
    expect(longest([null, side(true, [])])).toBe(1);
    expect(layOut([], 1).lanes).toEqual([]);
  });
});

describe('the figures of a proof', () => {
  const count = { name: 'settlements', label: 'settlements', value: 1, unit: 'count', text: null } as const;

  it('stand side by side, also where only one side has them', () => {
    const spent = { name: 'spent', label: 'spent', value: null, unit: 'money', text: '1200.5000 USD' } as const;
    const rows = pairs(side(true, [], [count]), side(false, [], [{ ...count, value: 24 }, spent]));
    expect(rows.map((row) => [row.label, value(row.guarded), value(row.unguarded)])).toEqual([
      ['settlements', '1', '24'],
      ['spent', '–', '1,200.5000 USD'],
    ]);
  });

  it('never make a number of money', () => {
    expect(value({ name: 'm', label: 'm', value: 0.1 + 0.2, unit: 'money', text: null })).toBe('–');
  });
});
