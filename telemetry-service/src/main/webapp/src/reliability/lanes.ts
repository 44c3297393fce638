import type { ProofSide } from '../model.js';

export type LaneEnd = ProofSide['timeline'][number]['end'];

/** The workers of a proof on one scale of time. All places are per cent of the width. */
export interface Lanes {
  /** What the whole width stands for. */
  millis: number;
  /** Round times for the scale, with their places. */
  ticks: { x: number; label: string }[];
  lanes: {
    worker: string;
    begin: number;
    width: number;
    end: LaneEnd;
    /** Failed attempts, and how long was waited after each. */
    marks: { x: number; waitWidth: number; attempt: number; code: string; backoffMillis: number }[];
    story: string;
  }[];
}

/** Marks at the very ends are seen whole. */
const EDGE_PERCENT = 1.5;

/** The length that several sides are drawn to, so that they can be compared. */
export function longest(sides: readonly (ProofSide | null)[]): number {
  const ends = sides.flatMap((side) => side?.timeline.map((line) => line.endedAtMillis) ?? []);
  return ends.reduce((a, b) => Math.max(a, b), 1);
}

export function layOut(timeline: ProofSide['timeline'], millis: number): Lanes {
  const place = (at: number): number => rounded(EDGE_PERCENT + ((100 - 2 * EDGE_PERCENT) * clamp(at, millis)) / millis);
  return {
    millis,
    ticks: ticks(millis).map((at) => ({ x: place(at), label: label(at) })),
    lanes: [...timeline]
      .sort((a, b) => a.beganAtMillis - b.beganAtMillis || compare(a.worker, b.worker))
      .map((line) => {
        const begin = place(line.beganAtMillis);
        return {
          worker: line.worker,
          begin,
          width: rounded(place(line.endedAtMillis) - begin),
          end: line.end,
          marks: line.attempts.map((attempt) => ({
            x: place(attempt.atMillis),
            waitWidth: rounded(place(attempt.atMillis + attempt.backoffMillis) - place(attempt.atMillis)),
            attempt: attempt.attempt,
            code: attempt.code,
            backoffMillis: attempt.backoffMillis,
          })),
          story: told(line),
        };
      }),
  };
}

const ENDING: Record<LaneEnd, string> = {
  COMMITTED: 'committed',
  ALREADY_SETTLED: 'found it settled and stopped',
  REJECTED: 'was rejected',
  GAVE_UP: 'gave up',
  FAILED: 'failed',
};

export function ending(end: LaneEnd): string {
  return ENDING[end];
}

function told(line: ProofSide['timeline'][number]): string {
  const attempts = line.attempts.map((attempt) => {
    const waited = attempt.backoffMillis > 0 ? `, waited ${attempt.backoffMillis} ms` : '';
    return `attempt ${attempt.attempt} ${attempt.code}${waited}, `;
  });
  const took = Math.round(line.endedAtMillis - line.beganAtMillis);
  return `${line.worker}: ${attempts.join('')}${ENDING[line.end]} after ${took} ms`;
}

/** Three to six round times between nothing and the end. */
export function ticks(millis: number): number[] {
  const rough = millis / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((each) => each >= rough)!;
  const found: number[] = [];
  for (let at = 0; at <= millis; at += step) {
    found.push(at);
  }
  return found;
}

function label(at: number): string {
  return at < 1_000 ? `${Number(at.toFixed(2))} ms` : `${Number((at / 1_000).toFixed(2))} s`;
}

function clamp(at: number, millis: number): number {
  return Math.min(Math.max(at, 0), millis);
}

function rounded(percent: number): number {
  return Math.round(percent * 100) / 100;
}

function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
