import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isZero, sum, sumsByCurrency } from '../decimal.js';
import { amount, words } from '../format.js';
import { span } from '../instants.js';
import { hrefOf } from '../router.js';
import { facts, moment, money, sheet, verdict } from '../sheet.js';
import type { Posting, SettledSlot, Settlement, SlotLedger } from '../sources.js';

/** The last word on a slot, as it was committed. */
export function settlementPart(settlement: Settlement): TemplateResult {
  const took = Date.parse(settlement.committedAt) - Date.parse(settlement.closedAt);
  const time = html`<p class="note">
    Committed ${moment(settlement.committedAt)} UTC, ${span(took)} after the close.
  </p>`;
  switch (settlement.type) {
    case 'SETTLED':
      return html`${sold(settlement)} ${time}`;
    case 'REJECTED':
      return html`<p>None of the candidates could buy the slot.</p>
        <ol class="sentences">
          ${settlement.refusals.map(
            ({ candidateRank, accountId, reason }) =>
              html`<li>Candidate ${candidateRank}, ${account(accountId)}: ${words(reason)}.</li>`,
          )}
        </ol>
        ${time}`;
    case 'UNSOLD':
      return html`<p>The slot had no valid bid, and that is on record.</p>
        ${time}`;
  }
}

function sold(settlement: SettledSlot): TemplateResult {
  const { price, fee, net } = settlement;
  return html`${facts([
      ['buyer', account(settlement.buyerId)],
      ['publisher', account(settlement.publisherId)],
      ['its bid', money(settlement.winningBid)],
      ['price', money(price)],
      ['fee', money(fee)],
      ['to the publisher', money(net)],
      ['region', settlement.region],
      ['candidate', settlement.candidateRank === 1 ? '1, the winner' : `${settlement.candidateRank}: those before could not pay`],
    ])}
    <p class="note">
      ${verdict(sum([fee.amount, net.amount]) === sum([price.amount]), 'The price is its fee and its net.', 'The price is NOT its fee and its net.')}
    </p>
    <p class="note">Settlement <code>${settlement.settlementId}</code></p>`;
}

function account(id: string): TemplateResult {
  return html`<a href=${hrefOf('ledger', 'accounts', id)}>${id}</a>`;
}

/** The entries of the sale, and of what undid it, each with its sum. */
export function ledgerPart(ledger: SlotLedger): TemplateResult {
  const { reversal } = ledger;
  return html`${posting('The sale', ledger)}
  ${reversal === null || reversal === undefined ? nothing : posting('What undid it', reversal)}`;
}

function posting(title: string, { entries, postedAt }: Posting): TemplateResult {
  const sums = sumsByCurrency(entries.map((entry) => entry.amount));
  const balanced = sums.every(({ sum: total }) => total !== undefined && isZero(total));
  return html`<h3>${title}, ${moment(postedAt)} UTC</h3>
    ${sheet<Posting['entries'][number]>(
      `${title}: entries of the ledger`,
      [
        { label: 'Account', cell: (entry) => account(entry.accountId) },
        { label: 'Entry', cell: (entry) => words(entry.kind) },
        { label: 'Amount', number: true, cell: (entry) => money(entry.amount) },
      ],
      entries,
      {
        foot: sums.map(({ currency, sum: total }) => [
          'Sum',
          '',
          total === undefined ? 'not known' : html`${amount(total)} <span class="unit">${currency}</span>`,
        ]),
      },
    )}
    <p class="note posting-sum">
      ${verdict(balanced, 'The entries sum to zero.', 'The entries do NOT sum to zero.')}
    </p>`;
}
