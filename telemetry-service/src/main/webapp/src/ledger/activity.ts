import { html, nothing, type TemplateResult } from 'lit/html.js';
import { badge } from '../auctions/list.js';
import { basis, figure } from '../figure.js';
import { ago, amount, count, UNKNOWN } from '../format.js';
import type { Frame, SlotLine } from '../model.js';
import { hrefOf } from '../router.js';
import { money, sheet } from '../sheet.js';
import { ageOf, type PageState } from '../state.js';

const DECIDED: readonly SlotLine['state'][] = ['SETTLED', 'REJECTED', 'UNSOLD'];
const ROWS = 10;

/** What was settled last, live. */
export function activity(state: PageState, { overview }: Frame): TemplateResult {
  const { settlements, money: moneys, recentSlots } = overview;
  const decided = recentSlots.lines.filter((line) => DECIDED.includes(line.state)).slice(0, ROWS);
  return html`<section class="panel" id="activity" aria-labelledby="activity-title">
    <div class="panel-head">
      <h2 id="activity-title">Settled last</h2>
      <span class="aside"
        >${figure(count(settlements.settled), 'Slots sold and committed.', settlements)} settled,
        ${figure(count(settlements.rejected), 'Slots whose candidates could not pay.', settlements)} rejected,
        ${figure(count(settlements.unsold), 'Slots recorded as unsold.', settlements)} unsold,
        ${figure(count(settlements.waiting), 'Outcomes that wait for their settlement.', settlements)} waiting</span
      >
    </div>
    ${Object.entries(moneys.byCurrency).map(
      ([currency, sums]) => html`<p class="note">
        ${figure(`${amount(sums.price)} ${currency}`, 'Sum of the prices of all settled slots.', moneys)} in
        ${count(sums.settlements)} settlements, of which
        ${figure(amount(sums.fee), 'What the exchange kept.', moneys)} fee and
        ${figure(amount(sums.net), 'What publishers got.', moneys)} to publishers
      </p>`,
    )}
    ${decided.length === 0
      ? html`<p class="empty">No slot has been settled lately.</p>`
      : table(state, decided)}
    ${basis(state, settlements)}
  </section>`;
}

function table(state: PageState, lines: readonly SlotLine[]): TemplateResult {
  return sheet<SlotLine>(
    'Slots that were settled last',
    [
      {
        label: 'Slot',
        cell: (line) =>
          html`<a href=${hrefOf('auctions', line.slotId)}>${line.slotId}</a>${line.name === null
              ? nothing
              : html` <span class="quiet">${line.name}</span>`}`,
      },
      { label: 'State', cell: (line) => badge(line.state) },
      {
        label: 'Buyer',
        cell: (line) =>
          line.winner === null
            ? UNKNOWN
            : html`<a href=${hrefOf('ledger', 'accounts', line.winner)}>${line.winner}</a>`,
      },
      {
        label: 'Price',
        number: true,
        cell: (line) =>
          line.price === null ? UNKNOWN : money({ amount: line.price, currency: line.currency ?? '' }),
      },
      { label: 'When', number: true, cell: (line) => html`<span class="quiet">${ago(ageOf(state, line.lastAt))}</span>` },
    ],
    lines,
    { rowClass: () => 'settlement-row' },
  );
}
