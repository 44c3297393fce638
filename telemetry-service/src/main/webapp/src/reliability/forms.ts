import type { IncidentEventType, ProofKind } from '../model.js';

/** What a person typed, checked before it is sent; the service checks it again. */
export type Checked<T> = { ok: true; value: T } | { ok: false; field: string; message: string };

export const MAX_NAME = 128;
export const MAX_NOTE = 2_000;

/** Each parameter of a proof, as a whole number within its range. */
export function checkParameters(
  kind: ProofKind,
  typed: Record<string, string>,
): Checked<Record<string, number>> {
  const value: Record<string, number> = {};
  for (const { name, min, max, default: preset } of kind.parameters) {
    const text = (typed[name] ?? String(preset)).trim();
    const number = Number(text);
    if (!/^\d{1,6}$/.test(text) || number < min || number > max) {
      return {
        ok: false,
        field: name,
        message: `${name} must be a whole number from ${min} to ${max}; it is "${text}".`,
      };
    }
    value[name] = number;
  }
  return { ok: true, value };
}

export interface IncidentCommand {
  type: IncidentEventType;
  actor: string;
  note?: string;
  assignee?: string;
}

export function checkCommand(
  type: IncidentEventType,
  typed: { actor: string; note: string; assignee: string },
): Checked<IncidentCommand> {
  const [actor, note, assignee] = [typed.actor, typed.note, typed.assignee].map((s) => s.trim()) as [string, string, string];
  if (actor === '') {
    return { ok: false, field: 'actor', message: 'Say who you are: the history names who did what.' };
  }
  if (actor.length > MAX_NAME) {
    return { ok: false, field: 'actor', message: `Your name must have at most ${MAX_NAME} characters.` };
  }
  if (type === 'ASSIGNED' && assignee === '') {
    return { ok: false, field: 'assignee', message: 'Say whom it is assigned to.' };
  }
  if (assignee.length > MAX_NAME) {
    return { ok: false, field: 'assignee', message: `The assignee must have at most ${MAX_NAME} characters.` };
  }
  if (type === 'NOTED' && note === '') {
    return { ok: false, field: 'note', message: 'Write the note first.' };
  }
  if (note.length > MAX_NOTE) {
    return {
      ok: false,
      field: 'note',
      message: `The note must have at most ${MAX_NOTE} characters; it has ${note.length}.`,
    };
  }
  return {
    ok: true,
    value: {
      type,
      actor,
      ...(note === '' ? {} : { note }),
      ...(type === 'ASSIGNED' ? { assignee } : {}),
    },
  };
}

/** What a person can do to an incident, as a button says it. The service opens incidents itself. */
export const ACTIONS: Record<Exclude<IncidentEventType, 'OPENED'>, string> = {
  ACKNOWLEDGED: 'Acknowledge',
  ASSIGNED: 'Assign',
  NOTED: 'Add note',
  RESOLVED: 'Resolve',
  REOPENED: 'Reopen',
};

/** An id for a command: sent again with the same id, it happens once. */
export function commandId(): string {
  // Browsers keep randomUUID from pages that came over plain HTTP from another machine.
  if (typeof crypto.randomUUID === 'function') {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * The ids of commands that are sent. A command that is sent again, because nobody knows whether it
 * arrived, keeps its id; another one gets its own.
 */
export class CommandIds {
  private last: { id: string; content: string } | undefined;

  constructor(private readonly make: () => string = commandId) {}

  of(command: object): string {
    const content = JSON.stringify(command);
    if (this.last?.content !== content) {
      this.last = { id: this.make(), content };
    }
    return this.last.id;
  }

  /** The last one was answered: the same content is a new command from now on. */
  forget(): void {
    this.last = undefined;
  }
}
