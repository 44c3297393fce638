import { describe, expect, it } from 'vitest';
import type { Timeline } from '../src/model.js';
import { drawing, scaleMillis } from '../src/timeline.js';

const START = Date.parse('2026-03-01T10:00:00Z');

function at(millis: number): string {
  return new Date(START + millis).toISOString();
}

function operation(change: Partial<Timeline> = {}): Timeline {
  const failed = (attempt: number, millis: number, backoffMillis: number): Timeline['attempts'][number] => ({
    attempt,
    cause: 'CONFLICT',
    sqlState: '40001',
    code: 'OC000',
    backoffMillis,
    at: at(millis),
  });
  return {
    operationId: 'op',
    slotIds: ['slot-1'],
    worker: 'worker-1',
    region: 'us-east-1',
    attempts: [failed(1, 0, 12), failed(2, 20, 0)],
    end: 'RESOLVED',
    endAttempt: 3,
    finding: 'COMMITTED',
    startedAt: at(0),
    lastAt: at(31),
    ...change,
  };
}

describe('the drawing of an operation', () => {
  it('has a mark for each attempt and its end, and a line for each wait', () => {
    expect(drawing(operation())).toEqual({
      marks: [
        { atMillis: 0, tone: 'conflict' },
        { atMillis: 20, tone: 'conflict' },
        { atMillis: 31, tone: 'committed' },
      ],
      waits: [{ fromMillis: 0, toMillis: 12 }],
      lengthMillis: 31,
    });
  });

  it('lets no wait outlast the next attempt', () => {
    const [first, second] = operation().attempts;
    const attempts = [{ ...first!, backoffMillis: 90 }, { ...second!, backoffMillis: 90 }];
    expect(drawing(operation({ attempts }))).toMatchObject({
      waits: [
        { fromMillis: 0, toMillis: 20 },
        { fromMillis: 20, toMillis: 31 },
      ],
      lengthMillis: 31,
    });
  });

  it('tells ends apart', () => {
    const tone = (change: Partial<Timeline>): string => drawing(operation(change)).marks.at(-1)!.tone;
    expect(tone({ finding: 'ALREADY_SETTLED' })).toBe('settled');
    expect(tone({ end: 'EXHAUSTED', finding: null })).toBe('gave-up');
    expect(tone({ end: 'OPEN', finding: null, endAttempt: null })).toBe('trying');
  });

  it('never ends before its last attempt, whatever the clocks say', () => {
    expect(drawing(operation({ lastAt: at(5) })).marks.at(-1)!.atMillis).toBe(20);
    expect(drawing(operation({ lastAt: at(-5) })).lengthMillis).toBe(20);
  });
});

describe('the common scale', () => {
  it('is the longest operation, unless that is far out', () => {
    expect(scaleMillis([10, 20, 30])).toBe(30);
    expect(scaleMillis([10, 20, 3_000])).toBe(80);
    expect(scaleMillis([])).toBe(1);
    expect(scaleMillis([0, 0])).toBe(1);
  });
});
