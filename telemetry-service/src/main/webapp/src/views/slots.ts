import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figure, basis } from '../figure.js';
import { ago, amount, count, UNKNOWN, words } from '../format.js';
import type { Overview, SlotLine } from '../model.js';
import { hrefOf } from '../router.js';
import { ageOf, type PageState } from '../state.js';

/** Which slots are listed, and how that is changed. */
export interface SlotChoice {
  readonly list: 'recent' | 'top';
  readonly all: boolean;
  choose(list: 'recent' | 'top'): void;
  showAll(): void;
}

const MEANING: Record<string, string> = {
  OPEN: 'takes bids',
  CLOSED: 'takes no more bids; its outcome is to come',
  AWARDED: 'has a winner; its settlement is to come',
  UNSOLD: 'had no valid bid',
  SETTLED: 'is sold and committed',
  REJECTED: 'is not sold: no candidate could pay',
};

const FIRST_ROWS = 12;

export function slots(state: PageState, overview: Overview, slotChoice: SlotChoice): TemplateResult {
  const known = slotChoice.list === 'recent' ? overview.recentSlots : overview.topSlots;
  const shown = slotChoice.all ? known.lines : known.lines.slice(0, FIRST_ROWS);
  return html`<section class="panel slots" aria-labelledby="slots-title">
    <div class="panel-head">
      <h2 id="slots-title">Slots</h2>
      <div class="choice" role="group" aria-label="Which slots">
        ${choice(slotChoice, 'recent', 'Moved last')} ${choice(slotChoice, 'top', 'Most bids')}
      </div>
    </div>
    ${shown.length === 0 ? html`<p class="empty">No slot has been opened yet.</p>` : table(state, overview, shown)}
    ${shown.length < known.lines.length
      ? html`<button type="button" class="plain" @click=${() => slotChoice.showAll()}>
          Show all ${known.lines.length}
        </button>`
      : nothing}
    ${basis(state, known)}
  </section>`;
}

/** The state of a slot as a word, which says on hover or focus what it means. */
export function stateBadge(state: string): TemplateResult {
  return html`<button type="button" class="figure badge ${state.toLowerCase()}" data-meaning=${`This slot ${MEANING[state] ?? words(state)}.`}
    >${words(state)}</button
  >`;
}

function choice(current: SlotChoice, list: SlotChoice['list'], label: string): TemplateResult {
  return html`<button
    type="button"
    aria-pressed=${current.list === list}
    @click=${() => current.choose(list)}
  >
    ${label}
  </button>`;
}

function table(state: PageState, overview: Overview, lines: readonly SlotLine[]): TemplateResult {
  return html`<table role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">Slot</th>
        <th role="columnheader" scope="col">State</th>
        <th role="columnheader" scope="col" class="number">Bids</th>
        <th role="columnheader" scope="col" class="number">Late</th>
        <th role="columnheader" scope="col">Winning region</th>
        <th role="columnheader" scope="col">Winner</th>
        <th role="columnheader" scope="col" class="number">Price</th>
        <th role="columnheader" scope="col" class="number">Changed</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${lines.map((line) => row(state, overview, line))}
    </tbody>
  </table>`;
}

function row(state: PageState, overview: Overview, line: SlotLine): TemplateResult {
  const evidence = { ...overview.bids, sampleSize: line.received + line.late, newestAt: line.lastAt };
  const rejected = line.received - line.counted;
  return html`<tr role="row">
    <th role="rowheader" scope="row">
      <a class="slot-id" href=${hrefOf('auctions', line.slotId)}>${line.slotId}</a>${line.name === null ? nothing : html`<span class="slot-name">${line.name}</span>`}
    </th>
    <td role="cell" data-label="State">
      ${stateBadge(line.state)}
    </td>
    <td role="cell" class="number" data-label="Bids">
      ${figure(count(line.received), `Bids received in time; ${count(line.counted)} counted, ${count(rejected)} duplicate or rejected.`, evidence)}
    </td>
    <td role="cell" class="number" data-label="Late">${count(line.late)}</td>
    <td role="cell" data-label="Region">${line.winningRegion ?? UNKNOWN}</td>
    <td role="cell" data-label="Winner">${line.winner ?? UNKNOWN}</td>
    <td role="cell" class="number" data-label="Price">
      ${line.price === null ? UNKNOWN : html`${amount(line.price)} <span class="unit">${line.currency}</span>`}
    </td>
    <td role="cell" class="number age" data-label="Changed">${ago(ageOf(state, line.lastAt))}</td>
  </tr>`;
}
