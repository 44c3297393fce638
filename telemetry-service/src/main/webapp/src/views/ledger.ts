import { html, type TemplateResult } from 'lit/html.js';
import { getJson, Poller } from '../api.js';
import { AccountPanels } from '../ledger/account.js';
import { AccountList } from '../ledger/accounts.js';
import { activity } from '../ledger/activity.js';
import { books } from '../ledger/books.js';
import { hrefOf } from '../router.js';
import type { Reconciliation } from '../sources.js';
import type { View, ViewHost } from '../view.js';
import { loaded, waiting } from './placeholder.js';

/** What became truth: settlements, accounts with their statements, and whether the books agree. */
export class LedgerView implements View {
  readonly id = 'ledger';
  readonly title = 'Settlements and ledger';
  private accountId: string | undefined;
  private readonly accounts: AccountList;
  private readonly account: AccountPanels;
  // A reconciliation reads the whole ledger several times, so it is made on demand alone.
  private readonly report: Poller<Reconciliation>;

  constructor(private readonly host: ViewHost) {
    this.accounts = new AccountList(host);
    this.account = new AccountPanels(host);
    this.report = new Poller(
      (signal) => getJson<Reconciliation>('/v1/truth/reconciliation', signal),
      0,
      () => host.show(),
    );
  }

  enter(path: string[]): void {
    this.accountId = path[0] === 'accounts' ? path[1] : undefined;
    if (this.accountId === undefined) {
      this.account.stop();
      this.accounts.start();
      this.report.start();
    } else {
      this.accounts.stop();
      this.report.stop();
      this.account.start(this.accountId);
    }
  }

  leave(): void {
    this.accounts.stop();
    this.report.stop();
    this.account.stop();
  }

  render(): TemplateResult {
    const { state } = this.host;
    if (this.accountId !== undefined) {
      return html`<a class="back" href=${hrefOf('ledger')}>← All accounts</a> ${this.account.render()}`;
    }
    return html`${state.frame === undefined ? waiting(state) : activity(state, state.frame)}
    ${loaded(this.report.value, 'the reconciliation', this.again, (report) => books(report, this.again))}
    ${this.accounts.render()}`;
  }

  private readonly again = (): void => this.report.refresh();
}
