import type { Connection } from './live.js';
import type { Frame } from './model.js';
import { Series, type Rates } from './series.js';

const HISTORY_SECONDS = 300;

/** What every view may show, and the clock by which it is shown. */
export interface PageState {
  connection: Connection;
  /** The newest state that the service sent; kept while the connection is lost. */
  frame: Frame | undefined;
  /** The cumulative counts of the last minutes. */
  readonly series: Series;
  /** The service's clock minus ours, in milliseconds. */
  clockOffset: number;
}

export function initialState(): PageState {
  return {
    connection: { state: 'connecting' },
    frame: undefined,
    series: new Series(HISTORY_SECONDS),
    clockOffset: 0,
  };
}

/** Now, by the service's clock. */
export function serverNow(state: PageState): number {
  return Date.now() + state.clockOffset;
}

/** Seconds since an instant of the service; never below zero. */
export function ageOf(state: PageState, instant: string | null): number | null {
  return instant === null ? null : Math.max(0, (serverNow(state) - Date.parse(instant)) / 1000);
}

/** The newest second is not complete before its sample has arrived. */
const NEWEST_DELAY_MS = 1_500;

/** The rates of the last minutes, second by second. */
export function ratesOf(state: PageState): Rates {
  return state.series.rates(serverNow(state) - NEWEST_DELAY_MS);
}

/** Whether anything has ever been traded. */
export function isEmpty(frame: Frame): boolean {
  const { bids, slots, outcomes, settlements } = frame.overview;
  const seen = [bids, slots, outcomes, settlements, frame.conflicts];
  return seen.every((group) => group.sampleSize === 0);
}
