import type { Range, Simulator } from './model.js';

/** The numbers that a run of the simulator is made of. */
export const KNOBS = ['bidsPerSecond', 'slots', 'contentionPercent', 'seconds'] as const;

export type Knob = (typeof KNOBS)[number];

/** What stands in the form, as it was typed. */
export type Draft = { profile: string; seed: string } & Record<Knob, string>;

/** What is sent to start a run. */
export type RunRequest = { profile: string; seed?: number } & Record<Knob, number>;

/** The form as it is first shown. */
export function firstDraft({ profiles, limits }: Simulator): Draft {
  return {
    profile: profiles[0]?.name ?? '',
    seed: '',
    bidsPerSecond: String(limits.bidsPerSecond.default),
    slots: String(limits.slots.default),
    contentionPercent: String(limits.contentionPercent.default),
    seconds: String(limits.seconds.default),
  };
}

/** What is wrong with a number; an empty text if nothing is. */
export function wrong(text: string, { min, max }: Pick<Range, 'min' | 'max'>): string {
  const value = wholeNumber(text);
  return value === undefined || value < min || value > max
    ? `must be a whole number from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}`
    : '';
}

/** A seed may be left out. */
export function wrongSeed(text: string): string {
  return text.trim() === '' ? '' : wrong(text, { min: 0, max: Number.MAX_SAFE_INTEGER });
}

/** The request, or undefined if the form is not right. */
export function requestOf(draft: Draft, limits: Simulator['limits']): RunRequest | undefined {
  if (KNOBS.some((knob) => wrong(draft[knob], limits[knob]) !== '') || wrongSeed(draft.seed) !== '') {
    return undefined;
  }
  return {
    profile: draft.profile,
    bidsPerSecond: Number(draft.bidsPerSecond),
    slots: Number(draft.slots),
    contentionPercent: Number(draft.contentionPercent),
    seconds: Number(draft.seconds),
    ...(draft.seed.trim() === '' ? {} : { seed: Number(draft.seed) }),
  };
}

function wholeNumber(text: string): number | undefined {
  return /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : undefined;
}
