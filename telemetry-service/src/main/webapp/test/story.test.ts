import { describe, expect, it } from 'vitest';
import type { Timeline } from '../src/model.js';
import { story } from '../src/views/timelines.js';
import { level } from '../src/views/flow.js';

const timeline: Timeline = {
  operationId: '5d1f2b1e-7f3a-4e5c-9a53-3e1f0a1b2c3d',
  slotIds: ['slot-1'],
  worker: 'settlement-1/worker-3',
  region: 'us-east-1',
  attempts: [
    {
      attempt: 1,
      cause: 'CONFLICT',
      sqlState: '40001',
      code: 'OC000',
      backoffMillis: 12,
      at: '2026-03-01T10:00:00Z',
    },
  ],
  end: 'RESOLVED',
  endAttempt: 2,
  finding: 'ALREADY_SETTLED',
  startedAt: '2026-03-01T10:00:00Z',
  lastAt: '2026-03-01T10:00:01Z',
};

describe('the story of an operation', () => {
  it('is told in words', () => {
    expect(story(timeline)).toBe('attempt 1 conflict 40001, waited 12 ms, attempt 2 found it settled');
  });

  it('says when there was no answer, when it gave up and when it goes on', () => {
    const lost = { ...timeline.attempts[0]!, cause: 'UNAVAILABLE' as const, sqlState: null, backoffMillis: 0 };
    expect(story({ ...timeline, attempts: [lost], end: 'EXHAUSTED', endAttempt: 1, finding: null })).toBe(
      'attempt 1 store unavailable, gave up after attempt 1',
    );
    expect(story({ ...timeline, end: 'OPEN', endAttempt: null, finding: null })).toMatch(/, still trying$/);
  });
});

describe('the liveliness of the flow', () => {
  it('follows the magnitude of the rate and stands still without any', () => {
    expect([null, 0, 0.4, 9, 10, 150, 5_000, 1e6].map(level)).toEqual([0, 0, 1, 1, 2, 3, 4, 5]);
  });
});
