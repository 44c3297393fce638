import type { Timeline } from './model.js';

/** Something at one moment of an operation. */
export interface Mark {
  /** Milliseconds since the operation's first event. */
  atMillis: number;
  tone: 'conflict' | 'trouble' | 'committed' | 'settled' | 'gave-up' | 'trying';
}

/** A time in which an operation waited before it tried again. */
export interface Wait {
  fromMillis: number;
  toMillis: number;
}

/** An operation as it is drawn. */
export interface Drawing {
  marks: Mark[];
  waits: Wait[];
  lengthMillis: number;
}

/**
 * Where an operation's attempts and waits lie in time. A wait ends at the next attempt at the latest,
 * whatever the clocks of two machines say.
 */
export function drawing(timeline: Timeline): Drawing {
  const start = Date.parse(timeline.startedAt);
  const since = (instant: string): number => Math.max(0, Date.parse(instant) - start);
  const failed = timeline.attempts.map((attempt) => since(attempt.at));
  const lengthMillis = Math.max(since(timeline.lastAt), ...failed);
  const waits = timeline.attempts.flatMap(({ backoffMillis }, i) => {
    const fromMillis = failed[i]!;
    const toMillis = Math.min(fromMillis + backoffMillis, failed[i + 1] ?? lengthMillis);
    return toMillis > fromMillis ? [{ fromMillis, toMillis }] : [];
  });
  const marks: Mark[] = timeline.attempts.map(({ cause }, i) => ({
    atMillis: failed[i]!,
    tone: cause === 'CONFLICT' ? 'conflict' : 'trouble',
  }));
  return { marks: [...marks, { atMillis: lengthMillis, tone: endTone(timeline) }], waits, lengthMillis };
}

function endTone(timeline: Timeline): Mark['tone'] {
  switch (timeline.end) {
    case 'RESOLVED':
      return timeline.finding === 'ALREADY_SETTLED' ? 'settled' : 'committed';
    case 'EXHAUSTED':
      return 'gave-up';
    case 'OPEN':
      return 'trying';
  }
}

/**
 * The length that all operations are drawn to, so that they can be compared: the longest, but one
 * that is far longer than most does not make dots of all others.
 */
export function scaleMillis(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  const typical = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const longest = sorted.at(-1) ?? 0;
  return Math.max(1, Math.min(longest, 4 * Math.max(1, typical)));
}
