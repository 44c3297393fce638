import { html, nothing, type TemplateResult } from 'lit/html.js';
import { UNKNOWN, words } from '../format.js';
import { hrefOf } from '../router.js';
import { moment, money, pager, sheet, verdict } from '../sheet.js';
import type { Page, SettledSlot, Statement, StatementLine } from '../sources.js';
import { addsUp } from './running.js';

/** Where in a list a panel is, and how to move on. */
export interface Turning {
  page: number;
  back(): void;
  on(): void;
}

const BEGINNING = '1970-01-01T00:00:00Z';

/** Entries in order of time, with the balance after each. */
export function statementPanel(statement: Statement, turning: Turning): TemplateResult {
  const isFirst = turning.page === 1;
  const isLast = statement.next === null || statement.next === undefined;
  return html`<section class="panel" aria-labelledby="statement-title">
    <div class="panel-head">
      <h2 id="statement-title">Statement</h2>
      <span class="aside"
        >${Date.parse(statement.from) === Date.parse(BEGINNING) ? 'from the beginning' : html`later than ${moment(statement.from)}`}
        up to ${moment(statement.to)} UTC</span
      >
    </div>
    <div id="statement">
      ${isFirst ? balanceLine('Opening balance', 'statement-opening', statement.opening) : nothing}
      ${statement.entries.length === 0
        ? html`<p class="empty">No entry was booked in this time.</p>`
        : table(statement.entries)}
      ${isLast ? balanceLine('Closing balance', 'statement-closing', statement.closing) : nothing}
      ${statement.entries.length === 0
        ? nothing
        : html`<p class="note">
            ${verdict(
              addsUp(statement.entries, isFirst ? statement.opening.amount : undefined),
              'Each balance is the one before plus the entry.',
              'A balance is NOT the one before plus the entry.',
              'Whether the balances add up cannot be seen here.',
            )}
          </p>`}
    </div>
    ${pager(turning.page, !isLast, 'the statement', turning.back, turning.on)}
  </section>`;
}

function balanceLine(label: string, id: string, value: { amount: string; currency: string }): TemplateResult {
  return html`<p class="balance-line"><span>${label}</span> <b id=${id}>${money(value)}</b></p>`;
}

function table(entries: readonly StatementLine[]): TemplateResult {
  return sheet<StatementLine>(
    'Entries with running balances',
    [
      { label: 'Booked (UTC)', cell: (line) => moment(line.bookedAt) },
      { label: 'Entry', cell: (line) => words(line.kind) },
      {
        label: 'Slot',
        cell: (line) =>
          line.slotId === null || line.slotId === undefined
            ? UNKNOWN
            : html`<a href=${hrefOf('auctions', line.slotId)}>${line.slotId}</a>`,
      },
      { label: 'Amount', number: true, cell: (line) => money(line.amount) },
      {
        label: 'Balance',
        number: true,
        cell: (line) => (line.balance === null || line.balance === undefined ? UNKNOWN : money(line.balance)),
      },
    ],
    entries,
    { rowClass: () => 'entry-row' },
  );
}

/** What an account bought or sold, voided sales included. */
export function tradesPanel(accountId: string, page: Page<SettledSlot>, turning: Turning): TemplateResult {
  return html`<section class="panel" id="account-settlements" aria-labelledby="trades-title">
    <h2 id="trades-title">Bought and sold</h2>
    ${page.items.length === 0
      ? html`<p class="empty">It has neither bought nor sold a slot.</p>`
      : sheet<SettledSlot>(
          `Settlements of ${accountId}`,
          [
            { label: 'Slot', cell: (each) => html`<a href=${hrefOf('auctions', each.slotId)}>${each.slotId}</a>` },
            {
              label: 'With',
              cell: (each) =>
                each.buyerId === accountId ? html`bought from ${link(each.publisherId)}` : html`sold to ${link(each.buyerId)}`,
            },
            { label: 'Price', number: true, cell: (each) => money(each.price) },
            { label: 'Fee', number: true, cell: (each) => money(each.fee) },
            { label: 'Committed (UTC)', number: true, cell: (each) => moment(each.committedAt) },
          ],
          page.items,
        )}
    ${pager(turning.page, page.next !== null && page.next !== undefined, 'what was bought and sold', turning.back, turning.on)}
    <p class="basis">measured · in order of time; a voided sale stays listed, its reversal is on the statement</p>
  </section>`;
}

function link(accountId: string): TemplateResult {
  return html`<a href=${hrefOf('ledger', 'accounts', accountId)}>${accountId}</a>`;
}
