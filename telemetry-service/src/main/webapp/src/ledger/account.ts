import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ApiError, getJson, Poller } from '../api.js';
import { Cursors, withQuery } from '../cursors.js';
import { words } from '../format.js';
import { toField } from '../instants.js';
import { facts, moment, money } from '../sheet.js';
import type { Account, Page, SettledSlot, Statement } from '../sources.js';
import { serverNow } from '../state.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';
import { checkRange, type Range } from './range.js';
import { statementPanel, tradesPanel } from './statement.js';

const PAGE_ROWS = 50;
const EVERY_MILLIS = 10_000;
const SPANS: readonly (readonly [label: string, millis: number])[] = [
  ['Last hour', 3_600_000],
  ['Last day', 86_400_000],
];

/** One account: what it owns, its statement, and what it bought or sold; now, or as of an instant. */
export class AccountPanels {
  private accountId = '';
  private fromText = '';
  private toText = '';
  private range: Range = {};
  private wrong: { field: 'from' | 'to'; message: string } | undefined;
  private readonly lines = new Cursors();
  private readonly trades = new Cursors();
  private readonly account: Poller<Account>;
  private readonly statement: Poller<Statement>;
  private readonly settlements: Poller<Page<SettledSlot>>;

  constructor(private readonly host: ViewHost) {
    const changed = (): void => host.show();
    this.account = new Poller(
      (signal) => getJson<Account>(withQuery(this.path(), { asOf: this.range.to }), signal),
      EVERY_MILLIS,
      changed,
    );
    this.statement = new Poller(
      (signal) =>
        getJson<Statement>(
          withQuery(`${this.path()}/statement`, { ...this.range, after: this.lines.after, limit: PAGE_ROWS }),
          signal,
        ),
      EVERY_MILLIS,
      changed,
    );
    this.settlements = new Poller(
      (signal) =>
        getJson<Page<SettledSlot>>(
          withQuery('/v1/truth/settlements', {
            account: this.accountId,
            after: this.trades.after,
            limit: PAGE_ROWS,
          }),
          signal,
        ),
      EVERY_MILLIS,
      changed,
    );
  }

  private path(): string {
    return `/v1/truth/accounts/${encodeURIComponent(this.accountId)}`;
  }

  start(accountId: string): void {
    if (accountId !== this.accountId) {
      this.stop();
      this.accountId = accountId;
      this.lines.first();
      this.trades.first();
      this.pollers.forEach((poller) => poller.reset());
    }
    this.pollers.forEach((poller) => poller.start());
  }

  stop(): void {
    this.pollers.forEach((poller) => poller.stop());
  }

  private get pollers(): readonly Poller<unknown>[] {
    return [this.account, this.statement, this.settlements];
  }

  render(): TemplateResult {
    const account = this.account.value;
    if (account.state === 'failed' && account.error instanceof ApiError && account.error.code === 'UNKNOWN_ACCOUNT') {
      return html`<section class="panel placeholder" id="account-unknown">
        <h2>There is no account ${this.accountId}</h2>
        <p>Nobody has defined it. An account that was paid before its definition shows once it is defined.</p>
      </section>`;
    }
    return html`${loaded(account, `account ${this.accountId}`, () => this.account.refresh(), (value) => this.head(value))}
    ${loaded(this.statement.value, 'its statement', () => this.statement.refresh(), (value) =>
      statementPanel(value, {
        page: this.lines.page,
        back: () => this.turn(this.statement, () => this.lines.back()),
        on: () => this.turn(this.statement, () => this.lines.on(value.next!)),
      }),
    )}
    ${loaded(this.settlements.value, 'what it bought and sold', () => this.settlements.refresh(), (value) =>
      tradesPanel(this.accountId, value, {
        page: this.trades.page,
        back: () => this.turn(this.settlements, () => this.trades.back()),
        on: () => this.turn(this.settlements, () => this.trades.on(value.next!)),
      }),
    )}`;
  }

  private head(account: Account): TemplateResult {
    const { balance, inOtherCurrencies, asOf } = account;
    return html`<section class="panel" id="account" aria-labelledby="account-title">
      <div class="panel-head">
        <h2 id="account-title">${account.name} <span class="quiet">${account.accountId}</span></h2>
        <span class="source">settlement-service</span>
      </div>
      ${facts([
        [
          asOf === null || asOf === undefined ? 'balance now' : html`balance as of ${moment(asOf)} UTC`,
          balance === null || balance === undefined ? 'none' : html`<span id="account-balance">${money(balance)}</span>`,
        ],
        ...(inOtherCurrencies ?? []).map((other) => ['and', money(other)] as const),
        ['type', words(account.type)],
        ['currency', account.currency],
        ['credit limit', money({ amount: account.creditLimit, currency: account.currency })],
      ])}
      ${this.picker()}
    </section>`;
  }

  private picker(): TemplateResult {
    const field = (name: 'from' | 'to', label: string, value: string): TemplateResult =>
      html`<label class="labelled half"
        ><span>${label}</span>
        <input
          id="statement-${name}"
          type="datetime-local"
          step="1"
          .value=${value}
          aria-invalid=${this.wrong?.field === name ? 'true' : nothing}
          aria-describedby=${this.wrong?.field === name ? 'range-wrong' : nothing}
          @input=${(event: Event) => this.typed(name, (event.target as HTMLInputElement).value)}
      /></label>`;
    return html`<form class="form" id="statement-range" @submit=${this.submitted} novalidate>
        ${field('from', 'Later than (UTC)', this.fromText)} ${field('to', 'As of, up to and including (UTC)', this.toText)}
        <button class="do">Show</button>
        ${SPANS.map(
          ([label, millis]) =>
            html`<button type="button" class="do second" @click=${() => this.last(millis)}>${label}</button>`,
        )}
        <button type="button" class="do second" @click=${() => this.last(undefined)}>All until now</button>
      </form>
      ${this.wrong === undefined ? nothing : html`<p class="said wrong" id="range-wrong" role="alert">${this.wrong.message}</p>`}`;
  }

  private typed(name: 'from' | 'to', value: string): void {
    if (name === 'from') {
      this.fromText = value;
    } else {
      this.toText = value;
    }
  }

  private last(millis: number | undefined): void {
    this.fromText = millis === undefined ? '' : toField(new Date(serverNow(this.host.state) - millis).toISOString());
    this.toText = '';
    this.apply();
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    this.apply();
  };

  private apply(): void {
    const checked = checkRange(this.fromText, this.toText, serverNow(this.host.state));
    this.wrong = checked.ok ? undefined : checked;
    if (checked.ok) {
      this.range = checked.range;
      this.account.refresh();
      this.turn(this.statement, () => this.lines.first());
    }
    this.host.show();
  }

  private turn(poller: { refresh(): void }, move: () => void): void {
    move();
    poller.refresh();
  }
}
