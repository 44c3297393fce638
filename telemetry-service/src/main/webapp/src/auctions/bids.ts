import { units } from '../decimal.js';
import type { Bid } from '../sources.js';

/** What became of a bid. */
export type Fate = 'won' | 'lost' | 'rejected' | 'late' | 'pending';

/** A slot's bids laid out for drawing. All places are per cent of the drawing's width or height. */
export interface BidPicture {
  /** The first and the last moment drawn, in milliseconds since 1970. */
  from: number;
  to: number;
  /** Where the auction closed; null if that is not known. */
  closeX: number | null;
  points: { x: number; y: number; fate: Fate; bid: Bid }[];
  lanes: Lane[];
  /** The least and the greatest amount drawn; null if no amount is disclosed. */
  amounts: { least: string; most: string; currency: string } | null;
  /** Where an amount would be drawn; null if it is outside, or no amounts are drawn. */
  heightOf(amount: string): number | null;
  /** Bids whose time is sealed or not known. */
  untimed: number;
}

/** A region's bids over time. */
export interface Lane {
  region: string;
  bids: number;
  late: number;
  /** Counts by slice of time, left to right. */
  slices: number[];
  /** The best amount that is disclosed and was not late or rejected. */
  best: string | null;
}

export const SLICES = 60;

/** The edges stay free, so that the first and the last bid can be seen whole. */
const EDGE_PERCENT = 2;
/** Above the best and below the least amount there is room for their labels. */
const LABEL_PERCENT = 9;

export function fateOf(bid: Bid): Fate {
  const verdict = bid.verdict;
  if (verdict === null || verdict === undefined) {
    return 'pending';
  }
  if (verdict.counting === 'LATE' || verdict.counting === 'REJECTED') {
    return verdict.counting === 'LATE' ? 'late' : 'rejected';
  }
  return verdict.result === 'WON' ? 'won' : verdict.result === 'LOST' ? 'lost' : 'pending';
}

/**
 * @param closedAt when the close marker was written, or the auction is due; null if neither is known
 * @param floor the least acceptable amount, so that it can be drawn too
 */
export function arrange(
  bids: readonly Bid[],
  closedAt: string | null,
  floor: string | null,
): BidPicture | undefined {
  const timed = bids.flatMap((bid) => {
    const at = Date.parse(bid.acceptedAt ?? '');
    return Number.isNaN(at) ? [] : [{ bid, at }];
  });
  if (timed.length === 0) {
    return undefined;
  }
  const close = closedAt === null ? NaN : Date.parse(closedAt);
  const times = timed.map((each) => each.at);
  const moments = Number.isNaN(close) ? times : [...times, close];
  const from = least(moments);
  const to = Math.max(greatest(moments), from + 1);
  const place = (at: number): number => inside((at - from) / (to - from));
  const scale = amountScale(bids, floor);
  return {
    from,
    to,
    closeX: Number.isNaN(close) ? null : place(close),
    points: timed.flatMap(({ bid, at }) => {
      const y = bid.amount === null || bid.amount === undefined ? null : scale.heightOf(bid.amount);
      return y === null ? [] : [{ x: place(at), y, fate: fateOf(bid), bid }];
    }),
    lanes: lanesOf(timed, from, to),
    amounts: scale.amounts,
    heightOf: scale.heightOf,
    untimed: bids.length - timed.length,
  };
}

function lanesOf(timed: readonly { bid: Bid; at: number }[], from: number, to: number): Lane[] {
  const lanes = new Map<string, Lane>();
  for (const { bid, at } of timed) {
    const lane = lanes.get(bid.region) ?? {
      region: bid.region,
      bids: 0,
      late: 0,
      slices: new Array<number>(SLICES).fill(0),
      best: null,
    };
    lanes.set(bid.region, lane);
    const slice = Math.min(SLICES - 1, Math.floor(((at - from) / (to - from)) * SLICES));
    lane.slices[slice]! += 1;
    lane.bids++;
    const fate = fateOf(bid);
    if (fate === 'late') {
      lane.late++;
    } else if (fate !== 'rejected') {
      lane.best = better(lane.best, bid.amount ?? null);
    }
  }
  return [...lanes.values()].sort((a, b) => (a.region < b.region ? -1 : 1));
}

function better(a: string | null, b: string | null): string | null {
  if (a === null || b === null) {
    return a ?? b;
  }
  return (units(b) ?? 0n) > (units(a) ?? 0n) ? b : a;
}

function amountScale(
  bids: readonly Bid[],
  floor: string | null,
): { amounts: BidPicture['amounts']; heightOf(amount: string): number | null } {
  const disclosed = bids.filter((bid) => units(bid.amount ?? '') !== undefined);
  const texts = disclosed.map((bid) => bid.amount!);
  if (floor !== null && units(floor) !== undefined && texts.length > 0) {
    texts.push(floor);
  }
  if (texts.length === 0) {
    return { amounts: null, heightOf: () => null };
  }
  const sorted = texts.sort((a, b) => (units(a)! < units(b)! ? -1 : units(a)! > units(b)! ? 1 : 0));
  const [low, high] = [units(sorted[0]!)!, units(sorted.at(-1)!)!];
  return {
    amounts: {
      least: sorted[0]!,
      most: sorted.at(-1)!,
      currency: disclosed[0]?.currency ?? '',
    },
    heightOf: (amount) => {
      const value = units(amount);
      if (value === undefined || value < low || value > high) {
        return null;
      }
      // Only the place on the screen is a rounded number, and it is made of integers.
      const part = high === low ? 0.5 : Number(((value - low) * 10_000n) / (high - low)) / 10_000;
      return 100 - inside(part, LABEL_PERCENT);
    },
  };
}

function inside(part: number, edge = EDGE_PERCENT): number {
  const percent = edge + part * (100 - 2 * edge);
  return Math.round(percent * 100) / 100;
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function greatest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
