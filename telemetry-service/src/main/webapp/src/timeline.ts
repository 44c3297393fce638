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

/** Where an operation's attempts and waits lie in time. */
export function drawing(timeline: Timeline): Drawing {
  const start = Date.parse(timeline.startedAt);
  const since = (instant: string): number => Math.max(0, Date.parse(instant) - start);
  const last = since(timeline.lastAt);
  const marks: Mark[] = timeline.attempts.map((attempt) => ({
    atMillis: since(attempt.at),
    tone: attempt.cause === 'CONFLICT' ? 'conflict' : 'trouble',
  }));
  const waits = timeline.attempts
    .filter((attempt) => attempt.backoffMillis > 0)
    .map((attempt) => ({
      fromMillis: since(attempt.at),
      toMillis: since(attempt.at) + attempt.backoffMillis,
    }));
  const end = Math.max(last, ...marks.map((mark) => mark.atMillis));
  marks.push({ atMillis: end, tone: endTone(timeline) });
  return { marks, waits, lengthMillis: Math.max(end, ...waits.map((wait) => wait.toMillis)) };
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
