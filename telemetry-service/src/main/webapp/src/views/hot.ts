import { html, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { count, rate } from '../format.js';
import type { Overview } from '../model.js';
import { hrefOf } from '../router.js';
import type { PageState } from '../state.js';
import { bar } from './bar.js';
import { absent } from './placeholder.js';
import { stateBadge } from './slots.js';

/** The slots that take the most bids at this moment. */
export function hotSlots(state: PageState, { hotSlots }: Overview): TemplateResult {
  const most = Math.max(0, ...(hotSlots?.lines ?? []).map((line) => line.bidsPerSecond));
  return html`<section class="panel hot" aria-labelledby="hot-title">
    <h2 id="hot-title">Hot slots</h2>
    ${hotSlots === undefined
      ? absent('which slots are hot')
      : html`${hotSlots.lines.length === 0
            ? html`<p class="empty">No slot takes bids at this moment.</p>`
            : html`<ol>
                ${hotSlots.lines.map(
                  (line) => html`<li>
                    <div class="hot-head">
                      <a class="slot-id" href=${hrefOf('auctions', line.slotId)}>${line.slotId}</a>
                      ${stateBadge(line.state)}
                      <span
                        >${figure(rate(line.bidsPerSecond), `Bids per second over the last ${count(hotSlots.windowSeconds)} seconds; ${count(line.received)} received since the slot was opened.`, hotSlots)}
                        bids/s</span
                      >
                    </div>
                    ${bar([{ value: line.bidsPerSecond, className: 'part-counted' }], most)}
                  </li>`,
                )}
              </ol>`}
          ${basis(state, hotSlots)}`}
  </section>`;
}
