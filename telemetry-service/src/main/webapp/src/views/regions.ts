import { html, type TemplateResult } from 'lit/html.js';
import { figure, basis } from '../figure.js';
import { count, share } from '../format.js';
import type { Overview } from '../model.js';
import { regionColours } from '../stack.js';
import type { PageState } from '../state.js';
import { bar } from './bar.js';

export function regions(state: PageState, overview: Overview): TemplateResult {
  const { bids, winningRegions } = overview;
  const names = [...new Set([...Object.keys(bids.byRegion), ...Object.keys(winningRegions.byRegion)])].sort();
  const colours = regionColours(names);
  const wins = Object.values(winningRegions.byRegion).reduce((sum, n) => sum + n, 0);
  return html`<section class="panel regions" aria-labelledby="regions-title">
    <h2 id="regions-title">Regions</h2>
    ${names.length === 0
      ? html`<p class="empty">No bid from any region yet.</p>`
      : html`<ul class="region-list">
          ${names.map((name) => {
            const received = bids.byRegion[name]?.received ?? 0;
            const won = winningRegions.byRegion[name] ?? 0;
            return html`<li>
              <div class="region-head">
                <b><i class="swatch region-${colours.get(name)}"></i>${name}</b>
                <span
                  >${figure(share(received, bids.received), `Share of all bids received: ${count(received)} of ${count(bids.received)}.`, { ...bids, kind: 'derived' })}
                  of bids</span
                >
                <span
                  >${figure(count(won), `Auctions won by a bid from ${name}: ${share(won, wins)} of all awarded.`, winningRegions)}
                  won</span
                >
              </div>
              ${bar([{ value: received, className: `part-region region-${colours.get(name)}` }], bids.received)}
              ${bar([{ value: won, className: 'part-won' }], wins)}
            </li>`;
          })}
        </ul>
        <p class="legend"><span>Upper bar: share of bids.</span><span><i class="key-won"></i>Lower bar: share of auctions won.</span></p>`}
    ${basis(state, bids)}
  </section>`;
}
