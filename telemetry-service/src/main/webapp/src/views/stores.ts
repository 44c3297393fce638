import { html, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { count, duration, UNKNOWN } from '../format.js';
import type { Overview } from '../model.js';
import type { PageState } from '../state.js';
import { absent } from './placeholder.js';

/** How far the stores are behind the log. */
export function lag(state: PageState, { store }: Overview): TemplateResult {
  return html`<section class="panel" aria-labelledby="lag-title">
    <h2 id="lag-title">How far the stores are behind</h2>
    ${store === undefined
      ? absent('how far the stores are behind')
      : html`<dl class="stats">
            ${stat('records to write', whole(store.lagRecords), 'Records of the log that are not yet in the traffic store.', store, 'lag-records')}
            ${stat('oldest of them', age(store.oldestUnwrittenSeconds), 'How long the oldest record that is not yet written has waited.', store)}
            ${stat('hot slots', whole(store.hotSlots), 'Slots whose bids come so fast that they are written to more than one key.', store)}
            ${stat('oldest waiting outcome', age(store.oldestWaitingOutcomeSeconds ?? 0), 'How long ago the oldest outcome without a settlement was closed; none if none waits.', store)}
          </dl>
          ${basis(state, store)}`}
  </section>`;
}

/** What the ledger holds. */
export function ledgerActivity(state: PageState, { ledger }: Overview): TemplateResult {
  return html`<section class="panel" aria-labelledby="ledger-title">
    <h2 id="ledger-title">The ledger</h2>
    ${ledger === undefined
      ? absent('what the ledger holds')
      : html`<dl class="stats">
            ${stat('entries', whole(ledger.entries), 'Rows of the ledger: each moves an amount into or out of one account.', ledger)}
            ${stat('postings', whole(ledger.postings), 'Groups of entries that sum to zero, one for each thing that happened.', ledger)}
            ${stat('voided', whole(ledger.voided), 'Slots whose sale was undone by a further posting; nothing is ever deleted.', ledger)}
            ${stat('disputed', whole(ledger.disputed), 'Slots with a dispute on record.', ledger)}
          </dl>
          ${basis(state, { ...ledger, newestAt: ledger.checkedAt })}`}
  </section>`;
}

function stat(
  label: string,
  value: string,
  meaning: string,
  group: Parameters<typeof figure>[2],
  id = '',
): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${figure(value, meaning, group, '', id)}</dd>
  </div>`;
}

function whole(value: number | null): string {
  return value === null ? UNKNOWN : count(value);
}

function age(seconds: number | null): string {
  return seconds === null ? UNKNOWN : seconds === 0 ? 'none' : seconds < 1 ? '< 1 s' : duration(seconds);
}
