import { html, type TemplateResult } from 'lit/html.js';
import { getJson, Poller } from '../api.js';
import { Cursors, withQuery } from '../cursors.js';
import { words } from '../format.js';
import { hrefOf } from '../router.js';
import { money, pager, sheet } from '../sheet.js';
import type { Account, Page } from '../sources.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';

const PAGE_ROWS = 25;
const EVERY_MILLIS = 10_000;

/** Accounts in order of their ids, and a way to one whose id is known. */
export class AccountList {
  private wanted = '';
  private readonly cursors = new Cursors();
  private readonly poller: Poller<Page<Account>>;

  constructor(private readonly host: ViewHost) {
    this.poller = new Poller(
      (signal) =>
        getJson<Page<Account>>(
          withQuery('/v1/truth/accounts', { after: this.cursors.after, limit: PAGE_ROWS }),
          signal,
        ),
      EVERY_MILLIS,
      () => host.show(),
    );
  }

  start(): void {
    this.poller.start();
  }

  stop(): void {
    this.poller.stop();
  }

  render(): TemplateResult {
    return html`${loaded(this.poller.value, 'the accounts', () => this.poller.refresh(), (page) => this.page(page))}`;
  }

  private page(page: Page<Account>): TemplateResult {
    return html`<section class="panel" aria-labelledby="accounts-title">
      <div class="panel-head">
        <h2 id="accounts-title">Accounts</h2>
        <span class="source">settlement-service</span>
      </div>
      <form class="form" @submit=${this.submitted}>
        <label class="labelled wide"
          ><span>Open an account by its id</span>
          <input id="account-id" autocomplete="off" spellcheck="false" maxlength="64" .value=${this.wanted} @input=${this.typed}
        /></label>
        <button class="do second" ?disabled=${this.wanted.trim() === ''}>Open</button>
      </form>
      ${page.items.length === 0
        ? html`<p class="empty" id="ledger-accounts">No account has been defined yet.</p>`
        : table(page.items)}
      ${pager(
        this.cursors.page,
        page.next !== null && page.next !== undefined,
        'the accounts',
        () => this.turn(() => this.cursors.back()),
        () => this.turn(() => this.cursors.on(page.next!)),
      )}
    </section>`;
  }

  private turn(move: () => void): void {
    move();
    this.poller.refresh();
  }

  private readonly typed = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).value;
    this.host.show();
  };

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    const id = this.wanted.trim();
    if (id !== '') {
      this.host.go(hrefOf('ledger', 'accounts', id));
    }
  };
}

function table(accounts: readonly Account[]): TemplateResult {
  return sheet<Account>(
    'Accounts in order of their ids',
    [
      {
        label: 'Account',
        cell: (account) =>
          html`<a href=${hrefOf('ledger', 'accounts', account.accountId)}>${account.accountId}</a>
            <span class="quiet">${account.name}</span>`,
      },
      { label: 'Type', cell: (account) => words(account.type) },
      {
        label: 'Credit limit',
        number: true,
        cell: (account) => money({ amount: account.creditLimit, currency: account.currency }),
      },
      {
        label: 'Balance',
        number: true,
        cell: (account) =>
          account.balance === null || account.balance === undefined
            ? html`<span class="quiet">on its statement</span>`
            : money(account.balance),
      },
    ],
    accounts,
    { id: 'ledger-accounts', rowClass: () => 'account-row' },
  );
}
