import { describe, expect, it } from 'vitest';
import { closedAt, isDecided, isUnknown, stateOf, way } from '../src/auctions/way.js';
import type { Part, PartName, Story } from '../src/model.js';

const NAMES: PartName[] = ['traffic', 'definition', 'explanation', 'bids', 'settlement', 'history', 'ledger', 'conflicts'];

function parts(known: Partial<Record<PartName, unknown>>): Story['parts'] {
  const part = (name: PartName): Part =>
    known[name] === undefined
      ? { status: 'UNAVAILABLE', source: 'test', why: 'down', body: null }
      : { status: 'KNOWN', source: 'test', why: null, body: known[name] };
  return Object.fromEntries(NAMES.map((name) => [name, part(name)])) as Story['parts'];
}

const event = (type: string, at: string) => ({ eventNo: 1, type, occurredAt: at, recordedAt: at });

describe('a slot’s state', () => {
  it('is that of the truth, whatever others still say', () => {
    const history = { slotId: 's', state: 'VOIDED', history: [] };
    expect(stateOf(parts({ history, settlement: { type: 'SETTLED' }, definition: { state: 'OPEN' } }))).toBe('VOIDED');
    expect(stateOf(parts({ settlement: { type: 'REJECTED' }, explanation: { state: 'AWARDED' } }))).toBe('REJECTED');
    expect(stateOf(parts({ explanation: { state: 'UNSOLD' }, definition: { state: 'CLOSED' } }))).toBe('UNSOLD');
    expect(stateOf(parts({ traffic: { closed: true } }))).toBe('CLOSED');
  });

  it('is not known if no source is', () => {
    expect(stateOf(parts({}))).toBeUndefined();
    expect(isDecided(undefined)).toBe(false);
  });
});

describe('a slot that nobody knows', () => {
  it('is one of which every source says so, and none was away', () => {
    const absent = (status: Part['status']): Story['parts'] =>
      Object.fromEntries(
        NAMES.map((name) => [
          name,
          name === 'conflicts'
            ? { status: 'KNOWN', source: 'test', why: null, body: { timelines: [] } }
            : { status: name === 'bids' ? status : 'ABSENT', source: 'test', why: '', body: null },
        ]),
      ) as Story['parts'];
    expect(isUnknown(absent('ABSENT'))).toBe(true);
    expect(isUnknown(absent('UNAVAILABLE'))).toBe(false);
    expect(isUnknown(parts({ definition: { state: 'OPEN' } }))).toBe(false);
  });
});

describe('a slot’s way', () => {
  it('is what the history says, with the time each step took', () => {
    const history = {
      slotId: 's',
      state: 'SETTLED',
      history: [
        event('OPEN', '2026-03-01T10:00:00Z'),
        event('CLOSED', '2026-03-01T10:05:00Z'),
        event('AWARDED', '2026-03-01T10:05:00Z'),
        event('SETTLED', '2026-03-01T10:05:00.240Z'),
      ],
    };
    expect(way(parts({ history })).map((step) => [step.name, step.state, step.after])).toEqual([
      ['OPEN', 'done', null],
      ['CLOSED', 'done', 300_000],
      ['AWARDED', 'done', 0],
      ['SETTLED', 'done', 240],
    ]);
    expect(closedAt(parts({ history }))).toBe('2026-03-01T10:05:00Z');
  });

  it('says what is still to come before there is a history', () => {
    const steps = way(parts({ definition: { state: 'CLOSED', opensAt: '2026-03-01T10:00:00Z' } }));
    expect(steps.map((step) => [step.name, step.state])).toEqual([
      ['OPEN', 'done'],
      ['CLOSED', 'now'],
      ['AWARDED', 'ahead'],
      ['SETTLED', 'ahead'],
    ]);
  });

  it('ends with what was decided', () => {
    const unsold = way(parts({ settlement: { type: 'UNSOLD', closedAt: '2026-03-01T10:05:00Z' } }));
    expect(unsold.map((step) => [step.name, step.state])).toEqual([
      ['OPEN', 'done'],
      ['CLOSED', 'done'],
      ['UNSOLD', 'done'],
    ]);
  });
});
