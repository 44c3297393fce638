import { describe, expect, it } from 'vitest';
import { arrange, fateOf, SLICES } from '../src/auctions/bids.js';
import type { Bid } from '../src/sources.js';

const START = Date.parse('2026-03-01T10:00:00Z');

function bid(second: number, amount: string, region = 'eu-west-1', counting = 'COUNTED', result = 'LOST'): Bid {
  return {
    bidId: `${region}-${second}`,
    region,
    acceptedAt: new Date(START + second * 1000).toISOString(),
    accountId: 'acme',
    amount,
    currency: 'USD',
    verdict: { counting, result },
  };
}

const close = new Date(START + 10_000).toISOString();

describe('bids laid out over time', () => {
  it('stand where they came, and the close marker among them', () => {
    const picture = arrange([bid(0, '1.0000'), bid(10, '3.0000'), bid(20, '2.0000', 'eu-west-1', 'LATE')], close, null)!;
    const [first, second, third] = picture.points;
    expect([first!.x, second!.x, third!.x]).toEqual([2, 50, 98]);
    expect(picture.closeX).toBe(50);
    expect(first!.y).toBeGreaterThan(third!.y);
    expect(third!.y).toBeGreaterThan(second!.y);
  });

  it('are counted by slice and region, none twice and none lost', () => {
    const bids = Array.from({ length: 500 }, (_, i) => bid(i / 50, '1.0000', i % 3 === 0 ? 'us-east-1' : 'eu-west-1'));
    const { lanes } = arrange(bids, close, null)!;
    expect(lanes.map((lane) => lane.region)).toEqual(['eu-west-1', 'us-east-1']);
    for (const lane of lanes) {
      expect(lane.slices).toHaveLength(SLICES);
      expect(lane.slices.reduce((sum, n) => sum + n, 0)).toBe(lane.bids);
    }
    expect(lanes[0]!.bids + lanes[1]!.bids).toBe(500);
  });

  it('have a best that is neither late nor rejected, found without rounding', () => {
    const picture = arrange(
      [
        bid(1, '9007199254740993.0001'),
        bid(2, '9007199254740993.0002'),
        bid(3, '9007199254740993.0003', 'eu-west-1', 'REJECTED'),
        bid(11, '9007199254740993.0004', 'eu-west-1', 'LATE'),
      ],
      close,
      null,
    )!;
    expect(picture.lanes[0]!.best).toBe('9007199254740993.0002');
    expect(picture.lanes[0]!.late).toBe(1);
    expect(picture.amounts!.most).toBe('9007199254740993.0004');
  });

  it('are not drawn while they are sealed', () => {
    const sealed: Bid = { bidId: '1', region: 'eu-west-1' };
    expect(arrange([sealed], null, '1.0000')).toBeUndefined();
    const picture = arrange([sealed, { ...bid(1, '1.0000'), amount: null }], close, '1.0000')!;
    expect(picture.untimed).toBe(1);
    expect(picture.amounts).toBeNull();
    expect(picture.points).toEqual([]);
  });

  it('can be one alone, at one moment and of one amount', () => {
    const picture = arrange([bid(10, '1.0000')], close, '1.0000')!;
    expect(picture.points[0]).toMatchObject({ x: 2, y: 50 });
    expect(picture.heightOf('1.0000')).toBe(50);
    expect(picture.heightOf('2.0000')).toBeNull();
  });

  it('say what became of them', () => {
    expect(fateOf(bid(1, '1', 'r', 'COUNTED', 'WON'))).toBe('won');
    expect(fateOf(bid(1, '1', 'r', 'COUNTED', 'LOST'))).toBe('lost');
    expect(fateOf(bid(1, '1', 'r', 'REJECTED', 'LOST'))).toBe('rejected');
    expect(fateOf(bid(1, '1', 'r', 'LATE', 'LOST'))).toBe('late');
    expect(fateOf(bid(1, '1', 'r', 'COUNTED', 'PENDING'))).toBe('pending');
    expect(fateOf({ bidId: '1', region: 'r' })).toBe('pending');
  });
});
