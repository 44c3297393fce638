import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProofKind } from '../src/model.js';
import { checkCommand, checkParameters, commandId, CommandIds } from '../src/reliability/forms.js';

const race: ProofKind = {
  kind: 'RACE',
  title: 'Race',
  question: '',
  guard: '',
  available: true,
  whyNot: null,
  parameters: [{ name: 'workers', min: 2, max: 200, default: 24, meaning: '' }],
  running: null,
  queued: 0,
  last: null,
};

const typed = { actor: ' Ada ', note: '', assignee: '' };

afterEach(() => vi.unstubAllGlobals());

describe('the parameters of a proof', () => {
  it('are whole numbers within their range, and the default if nothing was typed', () => {
    expect(checkParameters(race, {})).toEqual({ ok: true, value: { workers: 24 } });
    expect(checkParameters(race, { workers: ' 200 ' })).toEqual({ ok: true, value: { workers: 200 } });
  });

  it.each(['1', '201', '2.5', '', 'many', '-3', '1e2'])('are refused as "%s", with the range', (workers) => {
    const checked = checkParameters(race, { workers });
    expect(checked).toMatchObject({ ok: false, field: 'workers' });
    expect(!checked.ok && checked.message).toContain('from 2 to 200');
  });
});

describe('what is done to an incident', () => {
  it('names who did it, and carries what was typed', () => {
    expect(checkCommand('ACKNOWLEDGED', typed)).toEqual({ ok: true, value: { type: 'ACKNOWLEDGED', actor: 'Ada' } });
    expect(checkCommand('RESOLVED', { ...typed, note: ' done ', assignee: 'Grace' })).toEqual({
      ok: true,
      value: { type: 'RESOLVED', actor: 'Ada', note: 'done' },
    });
    expect(checkCommand('ASSIGNED', { ...typed, assignee: 'Grace' })).toEqual({
      ok: true,
      value: { type: 'ASSIGNED', actor: 'Ada', assignee: 'Grace' },
    });
  });

  it('is refused with the field to mend', () => {
    expect(checkCommand('RESOLVED', { ...typed, actor: ' ' })).toMatchObject({ ok: false, field: 'actor' });
    expect(checkCommand('ASSIGNED', typed)).toMatchObject({ ok: false, field: 'assignee' });
    expect(checkCommand('NOTED', typed)).toMatchObject({ ok: false, field: 'note' });
    expect(checkCommand('NOTED', { ...typed, note: 'x'.repeat(2_001) })).toMatchObject({ ok: false, field: 'note' });
    expect(checkCommand('NOTED', { ...typed, actor: 'x'.repeat(129), note: 'n' })).toMatchObject({ ok: false, field: 'actor' });
  });
});

describe('the id of a command', () => {
  const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  it('is a UUID, also on a page that did not come over a secure connection', () => {
    expect(commandId()).toMatch(FORM);
    const real = globalThis.crypto;
    vi.stubGlobal('crypto', { getRandomValues: real.getRandomValues.bind(real) });
    expect(commandId()).toMatch(FORM);
    expect(commandId()).not.toBe(commandId());
  });

  it('stays the same while nobody knows whether the command arrived', () => {
    let made = 0;
    const ids = new CommandIds(() => `id-${++made}`);
    const note = { incidentId: 'i', type: 'NOTED', actor: 'Ada', note: 'calm' };
    expect(ids.of(note)).toBe('id-1');
    expect(ids.of({ ...note })).toBe('id-1');
    expect(ids.of({ ...note, note: 'not calm' })).toBe('id-2');
    ids.forget();
    expect(ids.of({ ...note, note: 'not calm' })).toBe('id-3');
  });
});
