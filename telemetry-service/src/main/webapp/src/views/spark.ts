import { html, type TemplateResult } from 'lit/html.js';

const WIDTH = 100;
const HEIGHT = 28;

/**
 * The points of a line through the values, oldest at the left, zero at the bottom. What is not known
 * is left out; `least` keeps a trickle from looking like a torrent.
 */
export function sparkPoints(values: readonly (number | null)[], least: number): string {
  const top = Math.max(least, ...values.map((value) => value ?? 0));
  const step = values.length < 2 ? 0 : WIDTH / (values.length - 1);
  return values
    .flatMap((value, i) =>
      value === null
        ? []
        : [`${(i * step).toFixed(1)},${(HEIGHT - 1 - ((HEIGHT - 3) * value) / top).toFixed(1)}`],
    )
    .join(' ');
}

/** Decoration: the number stands beside it as text. */
export function spark(values: readonly (number | null)[], least: number): TemplateResult {
  return html`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    <polyline points=${sparkPoints(values, least)}></polyline>
  </svg>`;
}
