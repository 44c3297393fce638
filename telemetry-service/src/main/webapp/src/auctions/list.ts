import { html, nothing, type TemplateResult } from 'lit/html.js';
import { getJson, known, Poller } from '../api.js';
import { Cursors, withQuery } from '../cursors.js';
import { count, UNKNOWN, words } from '../format.js';
import type { SlotPage, SlotSummary } from '../model.js';
import { hrefOf } from '../router.js';
import { moment, money, pager, sheet } from '../sheet.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';

const STATES = ['OPEN', 'CLOSED', 'AWARDED', 'SETTLED', 'REJECTED', 'UNSOLD'];
const PAGE_ROWS = 25;
const EVERY_MILLIS = 5_000;
const DEBOUNCE_MILLIS = 300;

/** Slots by part of their id or name, and by state. What was searched for stays while the page is open. */
export class SlotSearch {
  private query = '';
  private state = '';
  private searching = false;
  private timer: number | undefined;
  private readonly cursors = new Cursors();
  private readonly poller: Poller<SlotPage>;

  constructor(private readonly host: ViewHost) {
    this.poller = new Poller(
      (signal) =>
        getJson<SlotPage>(
          withQuery('/v1/slots', {
            query: this.query.trim(),
            state: this.state,
            after: this.cursors.after,
            limit: PAGE_ROWS,
          }),
          signal,
        ),
      EVERY_MILLIS,
      () => {
        this.searching = false;
        this.host.show();
      },
    );
  }

  start(): void {
    this.poller.start();
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.poller.stop();
  }

  render(): TemplateResult {
    return html`<section class="panel auctions" aria-labelledby="auctions-title">
        <h2 id="auctions-title">Find a slot</h2>
        <form class="form" role="search" @submit=${this.submitted}>
          <label class="labelled wide"
            ><span>Part of its id or name</span>
            <input
              id="auctions-search"
              type="search"
              autocomplete="off"
              spellcheck="false"
              maxlength="200"
              .value=${this.query}
              @input=${this.typed}
          /></label>
          <label class="labelled"
            ><span>State</span>
            <select id="auctions-state" @change=${this.chosen}>
              <option value="" ?selected=${this.state === ''}>any</option>
              ${STATES.map((state) => html`<option value=${state} ?selected=${this.state === state}>${words(state)}</option>`)}
            </select></label
          >
          <p class="sr" role="status">${this.announcement()}</p>
        </form>
      </section>
      ${loaded(this.poller.value, 'the slots', () => this.poller.refresh(), (page) => this.page(page))}`;
  }

  private announcement(): string {
    const page = known(this.poller.value);
    if (this.searching || page === undefined) {
      return this.searching ? 'Searching' : '';
    }
    return page.slots.length === 0 ? 'No slot found' : `${page.slots.length} slots on page ${this.cursors.page}`;
  }

  private page(page: SlotPage): TemplateResult {
    return html`<section class="panel auctions" aria-labelledby="found-title" aria-busy=${this.searching ? 'true' : 'false'}>
      <div class="panel-head">
        <h2 id="found-title">Slots</h2>
        <span class="quiet">${this.searching ? 'Searching …' : nothing}</span>
      </div>
      ${page.notes.map((note) => html`<p class="note caution-line">${note}</p>`)}
      ${page.slots.length === 0 ? this.empty(page.notes.length > 0) : table(page.slots)}
      ${pager(
        this.cursors.page,
        page.next !== null && page.next !== undefined,
        'the slots',
        () => this.turn(() => this.cursors.back()),
        () => this.turn(() => this.cursors.on(page.next!)),
      )}
    </section>`;
  }

  private empty(isIncomplete: boolean): TemplateResult {
    if (isIncomplete) {
      return html`<p class="empty">Those that did answer know no such slot.</p>`;
    }
    return this.query.trim() === '' && this.state === ''
      ? html`<p class="empty">
          No slot has been opened yet. Run <code>./exchange demo</code>, or open one at ingest-service.
        </p>`
      : html`<p class="empty">
          No slot is found${this.query.trim() === '' ? nothing : html` with “${this.query.trim()}” in its id or name`}${this.state === ''
            ? nothing
            : html` in the state ${words(this.state)}`}.
          <button type="button" class="plain" @click=${this.cleared}>Show all</button>
        </p>`;
  }

  private readonly typed = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.search(), DEBOUNCE_MILLIS);
  };

  private readonly chosen = (event: Event): void => {
    this.state = (event.target as HTMLSelectElement).value;
    this.search();
  };

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    this.search();
  };

  private readonly cleared = (): void => {
    this.query = '';
    this.state = '';
    this.search();
  };

  private search(): void {
    this.turn(() => this.cursors.first());
  }

  private turn(move: () => void): void {
    window.clearTimeout(this.timer);
    move();
    this.searching = true;
    this.poller.refresh();
    this.host.show();
  }
}

function table(slots: readonly SlotSummary[]): TemplateResult {
  return sheet<SlotSummary>(
    'Slots that were found',
    [
      {
        label: 'Slot',
        cell: (slot) =>
          html`<a href=${hrefOf('auctions', slot.slotId)}>${slot.slotId}</a>${slot.name === null
              ? nothing
              : html` <span class="quiet">${slot.name}</span>`}`,
      },
      { label: 'State', cell: (slot) => badge(slot.state) },
      { label: 'Bids', number: true, cell: (slot) => (slot.received === null ? UNKNOWN : count(slot.received)) },
      { label: 'Winner', cell: (slot) => slot.winner ?? UNKNOWN },
      {
        label: 'Price',
        number: true,
        cell: (slot) =>
          slot.price === null ? UNKNOWN : money({ amount: slot.price, currency: slot.currency ?? '' }),
      },
      {
        label: 'Closed (UTC)',
        number: true,
        cell: (slot) =>
          slot.closedAt !== null
            ? moment(slot.closedAt)
            : slot.closesAt === null
              ? UNKNOWN
              : html`<span class="quiet">due ${moment(slot.closesAt)}</span>`,
      },
    ],
    slots,
    { rowClass: () => 'auction-row' },
  );
}

export function badge(state: string): TemplateResult {
  return html`<span class="badge ${state.toLowerCase().replaceAll('_', '-')}">${words(state)}</span>`;
}
