/** Figures as people read them. */

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** Stands for what is not known. */
export const UNKNOWN = '–';

export function count(value: number): string {
  return whole.format(value);
}

/** With a decimal only where it says something. */
export function rate(value: number | null): string {
  if (value === null) {
    return UNKNOWN;
  }
  return value > 0 && value < 100 ? oneDecimal.format(value) : whole.format(value);
}

export function percent(value: number): string {
  return `${oneDecimal.format(value)} %`;
}

/** A share of a whole; of nothing there is no share. */
export function share(part: number, all: number): string {
  return all === 0 ? UNKNOWN : percent((100 * part) / all);
}

export function millis(value: number | null): string {
  if (value === null) {
    return UNKNOWN;
  }
  return value < 10_000 ? `${whole.format(value)} ms` : `${oneDecimal.format(value / 1000)} s`;
}

/** "now", "12 s", "3 min", "5 h", "2 d". */
export function duration(seconds: number): string {
  if (seconds < 1) {
    return 'now';
  }
  if (seconds < 100) {
    return `${Math.floor(seconds)} s`;
  }
  if (seconds < 5_400) {
    return `${Math.round(seconds / 60)} min`;
  }
  return seconds < 172_800 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 86_400)} d`;
}

/** How long ago it was, as a phrase. */
export function ago(seconds: number | null): string {
  if (seconds === null) {
    return 'none yet';
  }
  return seconds < 1 ? 'just now' : `${duration(seconds)} ago`;
}

const dayAndTime = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** An instant in the reader's own time zone. */
export function dateTime(instant: string): string {
  return dayAndTime.format(Date.parse(instant));
}

/** Groups the digits of an amount without ever making a number of it. */
export function amount(text: string): string {
  const [units = '', decimals = ''] = text.split('.');
  const grouped = units.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return decimals === '' ? grouped : `${grouped}.${decimals}`;
}

/** Groups the digits of every number in a text: "1200 + 3 = 1203" becomes "1,200 + 3 = 1,203". */
export function grouped(text: string): string {
  return text.replace(/\d+(\.\d+)?/g, amount);
}

/** BELOW_FLOOR becomes "below floor". */
export function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}
