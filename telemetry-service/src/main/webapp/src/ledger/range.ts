import { fromField } from '../instants.js';

/** From when to when, as instants; what is absent is unbounded. */
export interface Range {
  from?: string;
  to?: string;
}

export type CheckedRange = { ok: true; range: Range } | { ok: false; field: 'from' | 'to'; message: string };

/**
 * What two fields for date and time say. They are read as UTC.
 *
 * @param now by the service's clock: nothing is known of the future
 */
export function checkRange(fromText: string, toText: string, now: number): CheckedRange {
  const from = fromText === '' ? undefined : fromField(fromText);
  const to = toText === '' ? undefined : fromField(toText);
  if (fromText !== '' && from === undefined) {
    return { ok: false, field: 'from', message: 'From is no date and time such as 2026-03-01T10:00:00.' };
  }
  if (toText !== '' && to === undefined) {
    return { ok: false, field: 'to', message: 'As of is no date and time such as 2026-03-01T10:00:00.' };
  }
  if (to !== undefined && Date.parse(to) > now) {
    return { ok: false, field: 'to', message: 'As of lies in the future; the books only know what was.' };
  }
  if (from !== undefined && Date.parse(from) >= (to === undefined ? now : Date.parse(to))) {
    return { ok: false, field: 'from', message: 'From must be earlier than as of.' };
  }
  return {
    ok: true,
    range: { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
  };
}
