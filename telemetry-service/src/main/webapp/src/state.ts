import type { Connection } from './live.js';
import type { Frame } from './model.js';

/** All that the page shows, and the clock by which it is shown. */
export interface PageState {
  connection: Connection;
  frame: Frame | undefined;
  slotList: 'recent' | 'top';
  allSlots: boolean;
  /** The service's clock minus ours, in milliseconds. */
  clockOffset: number;
}

/** Now, by the service's clock. */
export function serverNow(state: PageState): number {
  return Date.now() + state.clockOffset;
}

/** Seconds since an instant of the service; never below zero. */
export function ageOf(state: PageState, instant: string | null): number | null {
  return instant === null ? null : Math.max(0, (serverNow(state) - Date.parse(instant)) / 1000);
}

/** Whether anything has ever been traded. */
export function isEmpty(frame: Frame): boolean {
  const { bids, slots, outcomes, settlements } = frame.overview;
  const seen = [bids, slots, outcomes, settlements, frame.conflicts];
  return seen.every((group) => group.sampleSize === 0);
}

