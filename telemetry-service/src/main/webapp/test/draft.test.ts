import { describe, expect, it } from 'vitest';
import { firstDraft, requestOf, wrong, wrongSeed } from '../src/draft.js';
import type { Simulator } from '../src/model.js';

const simulator: Simulator = {
  enabled: true,
  whyNot: null,
  profiles: [{ name: 'EVEN', title: 'Even', regions: { east: 50, west: 50 } }],
  limits: {
    bidsPerSecond: { min: 1, max: 5_000, default: 200 },
    slots: { min: 1, max: 2_000, default: 20 },
    contentionPercent: { min: 0, max: 100, default: 10 },
    seconds: { min: 5, max: 600, default: 60 },
  },
  running: null,
};

describe('the form of the simulator', () => {
  it('starts with what the service suggests, and sends numbers', () => {
    expect(requestOf(firstDraft(simulator), simulator.limits)).toEqual({
      profile: 'EVEN',
      bidsPerSecond: 200,
      slots: 20,
      contentionPercent: 10,
      seconds: 60,
    });
    expect(requestOf({ ...firstDraft(simulator), seed: '42' }, simulator.limits)?.seed).toBe(42);
  });

  it('says what a number must be, and sends nothing before it is', () => {
    const range = { min: 1, max: 5_000 };
    expect(['1', ' 5000 ', '77'].map((text) => wrong(text, range))).toEqual(['', '', '']);
    for (const text of ['', '0', '5001', '1.5', '-3', '1e3', 'many']) {
      expect(wrong(text, range)).toBe('must be a whole number from 1 to 5,000');
    }
    expect(requestOf({ ...firstDraft(simulator), slots: '0' }, simulator.limits)).toBeUndefined();
    expect(requestOf({ ...firstDraft(simulator), seed: 'x' }, simulator.limits)).toBeUndefined();
    expect(wrongSeed(' ')).toBe('');
  });
});
