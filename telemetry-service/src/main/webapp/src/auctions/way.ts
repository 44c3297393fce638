import type { Part, PartName, Story } from '../model.js';
import type { Definition, Explanation, Settlement, SlotHistory, Traffic } from '../sources.js';

/** What a part says; undefined unless it is known. */
export function body<T>(part: Part | undefined): T | undefined {
  return part?.status === 'KNOWN' && part.body !== null ? (part.body as T) : undefined;
}

/** The slot's state by the best source that knows it: truth first, then evaluation, then intake. */
export function stateOf(parts: Story['parts']): string | undefined {
  return (
    body<SlotHistory>(parts.history)?.state ??
    body<Settlement>(parts.settlement)?.type ??
    body<Explanation>(parts.explanation)?.state ??
    body<Definition>(parts.definition)?.state ??
    (body<Traffic>(parts.traffic) === undefined
      ? undefined
      : body<Traffic>(parts.traffic)!.closed
        ? 'CLOSED'
        : 'OPEN')
  );
}

/** Everybody could be asked, and nobody knows a slot with this id. */
export function isUnknown(parts: Story['parts']): boolean {
  const asked = Object.entries(parts).filter(([name]) => name !== 'conflicts');
  return asked.every(([, part]) => part.status === 'ABSENT');
}

/** Nothing will be added to the story of such a slot but a dispute or a void. */
export function isDecided(state: string | undefined): boolean {
  return state !== undefined && ['SETTLED', 'REJECTED', 'UNSOLD', 'DISPUTED', 'VOIDED'].includes(state);
}

/** When the close marker was written: what is committed says it. */
export function closedAt(parts: Story['parts']): string | null {
  const history = body<SlotHistory>(parts.history)?.history;
  return (
    history?.find((event) => event.type === 'CLOSED')?.occurredAt ??
    body<Settlement>(parts.settlement)?.closedAt ??
    null
  );
}

export interface Step {
  name: string;
  at: string | null;
  state: 'done' | 'now' | 'ahead';
  /** Since the step before, in milliseconds. */
  after: number | null;
}

/** The slot's way from opening to its last word, with what is still ahead. */
export function way(parts: Story['parts']): Step[] {
  const state = stateOf(parts);
  const definition = body<Definition>(parts.definition);
  const events = body<SlotHistory>(parts.history)?.history;
  const steps =
    events === undefined || events.length === 0
      ? expected(state, definition, closedAt(parts))
      : events.map((event) => ({ name: event.type, at: event.occurredAt, state: 'done' as const }));
  return steps.map((step, i) => ({ ...step, after: between(steps[i - 1]?.at, step.at) }));
}

const ORDER = ['OPEN', 'CLOSED', 'AWARDED', 'SETTLED'];

function expected(
  state: string | undefined,
  definition: Definition | undefined,
  closed: string | null,
): Omit<Step, 'after'>[] {
  const ends = state === 'UNSOLD' ? ['OPEN', 'CLOSED', 'UNSOLD'] : state === 'REJECTED' ? ['OPEN', 'CLOSED', 'AWARDED', 'REJECTED'] : ORDER;
  const reached = state === undefined ? -1 : ends.indexOf(state);
  return ends.map((name, i) => ({
    name,
    at: name === 'OPEN' ? (definition?.opensAt ?? null) : name === 'CLOSED' ? closed : null,
    state: i < reached || (i === reached && isDecided(state)) ? 'done' : i === reached ? 'now' : 'ahead',
  }));
}

function between(before: string | null | undefined, at: string | null): number | null {
  if (before === null || before === undefined || at === null) {
    return null;
  }
  const millis = Date.parse(at) - Date.parse(before);
  return Number.isNaN(millis) ? null : millis;
}

/** Names of parts as headings. */
export const PART_TITLES: Record<PartName, string> = {
  traffic: 'Counts',
  definition: 'Rules',
  explanation: 'Ranking and why',
  bids: 'Bids over time',
  settlement: 'Settlement',
  history: 'History',
  ledger: 'Ledger entries',
  conflicts: 'Conflicts on the way',
};
