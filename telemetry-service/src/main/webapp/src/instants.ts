/** Instants as the books have them: in UTC, whoever looks at them from wherever. */

/** "2026-03-01 10:05:00.017"; the text itself if it is no instant. */
export function dateTime(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : at.toISOString().replace('T', ' ').replace('Z', '');
}

/** "10:05:00.017" */
export function timeOfDay(instant: string | number): string {
  return new Date(instant).toISOString().slice(11, 23);
}

/** What a field for a date and a time holds, read as UTC; undefined if it holds none. */
export function fromField(value: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(value)) {
    return undefined;
  }
  const at = new Date(`${value}Z`);
  // The 31st of February would quietly become a day of March.
  return Number.isNaN(at.getTime()) || !at.toISOString().startsWith(value.slice(0, 10))
    ? undefined
    : at.toISOString();
}

/** An instant as such a field wants it, to the second. */
export function toField(instant: string): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 19);
}

/** A time span as people read it: "340 ms", "12.4 s", "3 min 20 s". */
export function span(millis: number): string {
  const size = Math.abs(millis);
  if (size < 1_000) {
    return `${Math.round(millis)} ms`;
  }
  if (size < 100_000) {
    return `${Number((millis / 1_000).toFixed(1))} s`;
  }
  const minutes = Math.trunc(millis / 60_000);
  return `${minutes} min ${Math.round(Math.abs(millis) / 1_000) % 60} s`;
}
