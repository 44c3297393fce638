import { html, svg, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { millis } from '../format.js';
import type { LatencyFigures, Overview } from '../model.js';
import type { PageState } from '../state.js';

interface Way {
  label: string;
  what: string;
  figures: LatencyFigures | undefined;
}

const PERCENTILES = [
  { name: 'p50', of: 'Half', key: 'p50Millis' },
  { name: 'p95', of: '95 per cent', key: 'p95Millis' },
  { name: 'p99', of: '99 per cent', key: 'p99Millis' },
] as const;

/** How long it takes from a close marker to truth, and where the time goes. */
export function latency(state: PageState, overview: Overview): TemplateResult {
  const { latency, closeToSettled } = overview;
  const ways: Way[] = [
    { label: 'close → outcome', what: 'from a slot’s close marker to its outcome', figures: latency?.closeToOutcome },
    { label: 'outcome → settled', what: 'from an outcome to its committed settlement', figures: latency?.outcomeToSettled },
    { label: 'close → settled', what: 'from a slot’s close marker to its committed settlement', figures: latency?.closeToSettled ?? closeToSettled },
  ];
  const longest = Math.max(1, ...ways.map((way) => way.figures?.p99Millis ?? 0));
  return html`<section class="panel latency" aria-labelledby="latency-title">
    <h2 id="latency-title">How long it takes</h2>
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Way</span></th>
          ${PERCENTILES.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${ways.map((way) => row(way, longest))}
      </tbody>
    </table>
    ${basis(state, latency?.closeToSettled ?? closeToSettled)}
  </section>`;
}

function row({ label, what, figures }: Way, longest: number): TemplateResult {
  return html`<tr>
      <th scope="row">${label}</th>
      ${PERCENTILES.map(
        ({ of, key }) => html`<td class="number">
          ${figures === undefined ? '–' : figure(millis(figures[key]), `${of} of the times ${what} were at most this long.`, figures)}
        </td>`,
      )}
    </tr>
    <tr class="drawn" aria-hidden="true">
      <td colspan="4">${marks(figures, longest)}</td>
    </tr>`;
}

/** From nothing to p99, darker up to the median; all ways to one scale. */
function marks(figures: LatencyFigures | undefined, longest: number): TemplateResult {
  const width = (value: number | null | undefined): string => `${(100 * (value ?? 0)) / longest}%`;
  return html`<svg class="marks">
    ${[...PERCENTILES]
      .reverse()
      .map(({ name, key }) => svg`<rect class=${name} x="0" y="0" width=${width(figures?.[key])} height="100%"></rect>`)}
  </svg>`;
}
