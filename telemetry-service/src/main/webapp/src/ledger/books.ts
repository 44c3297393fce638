import { html, nothing, type TemplateResult } from 'lit/html.js';
import { count, millis, words } from '../format.js';
import { money, moment, sheet, verdict } from '../sheet.js';
import type { Reconciliation } from '../sources.js';
import { trials, type CurrencyTrial } from './running.js';

const PROMISES: Record<string, string> = {
  LEDGER_SUMS_TO_ZERO: 'All entries of a currency sum to zero.',
  POSTINGS_SUM_TO_ZERO: 'So do the entries of each posting, in one currency.',
  BALANCES_ARE_SUMS_OF_ENTRIES: 'Each guarded balance is the sum of its account’s entries.',
  SETTLED_SLOTS_HAVE_ONE_SETTLEMENT: 'Each slot decided as settled has one settlement; no other slot has one.',
  SETTLEMENTS_HAVE_ONE_SALE: 'Each settlement has the three entries of its sale; there are no others.',
  PRICES_ARE_FEE_AND_NET: 'Each price is its fee and its net.',
  VOIDS_MIRROR_SALES: 'Each voided slot has entries that mirror its sale, once; no other slot has any.',
};

/** Whether the books agree with each other, in one snapshot of the store. */
export function books(report: Reconciliation, again: () => void): TemplateResult {
  return html`<section class="panel" id="trial-balance" data-holds=${report.holds ? 'true' : 'false'} aria-labelledby="trial-title">
    <div class="panel-head">
      <h2 id="trial-title">Trial balance and reconciliation</h2>
      ${verdict(report.holds, 'the books agree', 'the books do NOT agree')}
      <button type="button" class="plain" id="reconcile" @click=${again}>Check again</button>
    </div>
    ${report.trialBalance.length === 0
      ? html`<p class="empty">Nothing has been booked yet: a ledger without entries sums to zero.</p>`
      : html`<div class="trials">${trials(report.trialBalance).map(trial)}</div>`}
    <h3>Promises, checked over every row</h3>
    <ul class="promises">
      ${report.checks.map(promise)}
    </ul>
    <p class="basis">
      measured · one snapshot, ${moment(report.asOf)} UTC, read in ${millis(report.tookMillis)} ·
      settlement-service
    </p>
  </section>`;
}

function trial({ currency, lines, entries, total, balanced }: CurrencyTrial): TemplateResult {
  return html`<div class="trial" data-currency=${currency}>
    ${sheet<CurrencyTrial['lines'][number]>(
      `Sums of all entries in ${currency} by type of account`,
      [
        { label: `${currency}, accounts`, cell: (line) => words(line.accountType) },
        { label: 'Entries', number: true, cell: (line) => count(line.entries) },
        { label: 'Sum', number: true, cell: (line) => money({ amount: line.sum, currency }) },
      ],
      lines,
      {
        foot: [
          [
            'All',
            count(entries),
            html`${total === undefined ? 'not known' : money({ amount: total, currency })} ${verdict(balanced, 'zero', 'NOT zero')}`,
          ],
        ],
      },
    )}
  </div>`;
}

function promise(check: Reconciliation['checks'][number]): TemplateResult {
  return html`<li data-check=${check.check} class=${check.holds ? '' : 'broken'}>
    ${verdict(check.holds, 'holds', 'broken')}
    <div>
      <p>${PROMISES[check.check] ?? words(check.check)}</p>
      <p class="quiet">
        ${count(check.rows)} rows looked at, ${count(check.violations)} break it
      </p>
      ${check.examples.length === 0
        ? nothing
        : html`<ul class="examples">
            ${check.examples.map((example) => html`<li>${example}</li>`)}
          </ul>`}
    </div>
  </li>`;
}
