import { html, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { count, share, words } from '../format.js';
import type { Overview } from '../model.js';
import type { PageState } from '../state.js';
import { bar } from './bar.js';

/** What became of a bid, and how often. */
export interface Verdict {
  label: string;
  count: number;
  key: string;
  /** Whether it is one of the reasons of the line before it. */
  part: boolean;
  meaning: string;
}

/** The verdicts in the order of the table; those without a part add up to all bids read. */
export function verdictsOf({ bids }: Overview): Verdict[] {
  const reasons = Object.entries(bids.rejected).sort(([, a], [, b]) => b - a);
  const rejected = reasons.reduce((sum, [, n]) => sum + n, 0);
  return [
    { label: 'counted', count: bids.counted, key: 'counted', part: false, meaning: 'Valid bids that took part in their auction.' },
    { label: 'duplicate', count: bids.duplicate, key: 'duplicate', part: false, meaning: 'Exact repeats of a bid: counted once, without effect.' },
    { label: 'rejected', count: rejected, key: 'rejected', part: false, meaning: 'Bids that were read in time and did not count, for the reasons below.' },
    ...reasons.map(([reason, n]) => ({ label: words(reason), count: n, key: 'rejected', part: true, meaning: `Bids rejected because of: ${words(reason)}.` })),
    { label: 'late', count: bids.late, key: 'late', part: false, meaning: 'Bids that came after their slot’s close marker. They are not part of received.' },
  ];
}

export function verdicts(state: PageState, overview: Overview): TemplateResult {
  const { bids } = overview;
  const lines = verdictsOf(overview);
  const all = bids.received + bids.late;
  return html`<section class="panel verdicts" aria-labelledby="verdicts-title">
    <h2 id="verdicts-title">What became of the bids</h2>
    ${all === 0
      ? html`<p class="empty">No bid has been read yet.</p>`
      : html`${bar(
            lines.filter((line) => !line.part).map((line) => ({ value: line.count, className: `part-${line.key}` })),
            all,
          )}
          <table class="plain-table">
            <thead>
              <tr>
                <th scope="col">Verdict</th>
                <th scope="col" class="number">Bids</th>
                <th scope="col" class="number">Share</th>
              </tr>
            </thead>
            <tbody>
              ${lines.map(
                (line) => html`<tr class=${line.part ? 'reason' : ''}>
                  <th scope="row">${line.part ? '' : html`<i class="swatch key-${line.key}"></i>`}${line.label}</th>
                  <td class="number">${figure(count(line.count), line.meaning, bids)}</td>
                  <td class="number">${figure(share(line.count, all), `${count(line.count)} of ${count(all)} bids read, late ones included.`, { ...bids, kind: 'derived' })}</td>
                </tr>`,
              )}
            </tbody>
          </table>`}
    ${basis(state, bids)}
  </section>`;
}
