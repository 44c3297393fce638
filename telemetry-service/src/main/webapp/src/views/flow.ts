import { html, svg, type TemplateResult } from 'lit/html.js';
import { figure, basis } from '../figure.js';
import { amount, ago, count, duration, percent, rate, UNKNOWN, words } from '../format.js';
import type { Frame, Overview } from '../model.js';
import { hrefOf } from '../router.js';
import { ageOf, type PageState } from '../state.js';
import { bar } from './bar.js';

/** The way of a bid: many go in, few outcomes come out, and those become truth. */
export function flow(state: PageState, { overview, conflicts }: Frame): TemplateResult {
  const { bids: bidFigures, rate: bidRate, outcomes: outcomeFigures } = overview;
  const decided = outcomeFigures.awarded + outcomeFigures.unsold;
  return html`<section class="flow" aria-label="From bids to settlements">
    ${bids(state, overview)}
    <div class="pipe traffic">
      ${lanes(level(bidRate.bidsPerSecond), 7)}
      <p>
        ${figure(
          decided === 0 ? UNKNOWN : rate(bidFigures.received / decided),
          'Bids received for each auction that was decided: so much traffic becomes one outcome.',
          { ...bidFigures, kind: 'derived' },
          'rate',
          'bids-per-outcome',
        )}
        <span>bids to one outcome</span>
      </p>
    </div>
    ${outcomes(state, overview)}
    <div class="pipe truth">
      ${lanes(overview.settlements.waiting > 0 || isFresh(state, overview.settlements.newestAt) ? 2 : 0, 2)}
      <p>
        ${figure(
          count(overview.settlements.waiting),
          'Outcomes that have no settlement yet. They wait in the log; none is lost.',
          overview.settlements,
          overview.settlements.waiting > 0 ? 'rate waiting' : 'rate',
          'settlements-waiting',
        )}
        <span>waiting${oldest(state, overview)}</span>
      </p>
      <p class="loop ${isFresh(state, conflicts.newestAt) ? 'turning' : ''}">
        <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M19.5 12a7.5 7.5 0 1 1-2.6-5.7M17.5 2.5v4.2h-4.2"></path></svg>
        ${figure(count(conflicts.conflicts), `Operations of which an attempt lost against somebody else, and was tried again: ${percent(conflicts.resolutionRate)} of them came to their end.`, conflicts, '', 'conflicts-on-the-way')}
        <a href=${hrefOf('conflicts')}>conflicts</a>
      </p>
    </div>
    ${settlements(state, overview)}
  </section>`;
}

/** How lively the pipe is drawn: 0 stands still, 5 is a torrent. A matter of magnitude. */
export function level(perSecond: number | null): number {
  return perSecond === null || perSecond <= 0
    ? 0
    : Math.min(5, 1 + Math.floor(Math.log10(Math.max(1, perSecond))));
}

function isFresh(state: PageState, at: string | null): boolean {
  const age = ageOf(state, at);
  return age !== null && age < 5;
}

function lanes(flowLevel: number, lines: number): TemplateResult {
  const paths = Array.from({ length: lines }, (_, line) => {
    const y = 40 + ((line - (lines - 1) / 2) * 64) / Math.max(3, lines);
    return svg`<line class="lane lane-${line % 4}" x1="0" y1=${y} x2="200" y2=${y}></line>`;
  });
  return html`<svg
    class="lanes level-${flowLevel}"
    viewBox="0 0 200 80"
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    ${paths}
  </svg>`;
}

function bids(state: PageState, { bids, slots }: Overview): TemplateResult {
  const rejected = Object.entries(bids.rejected);
  const rejectedTotal = rejected.reduce((sum, [, n]) => sum + n, 0);
  const reasons = rejected.map(([reason, n]) => `${words(reason)} ${count(n)}`).join(', ');
  return html`<article class="station traffic">
    <h2>Bids</h2>
    <p class="big">
      ${figure(
        count(bids.received),
        'Bids received before their slot’s close marker. Received = counted + duplicate + rejected.',
        bids,
        '',
        'bids-received',
      )}
    </p>
    ${bar(
      [
        { value: bids.counted, className: 'part-counted' },
        { value: bids.duplicate, className: 'part-duplicate' },
        { value: rejectedTotal, className: 'part-rejected' },
      ],
      bids.received,
    )}
    <dl class="split">
      ${item('key-counted', 'counted', figure(count(bids.counted), 'Valid bids that took part in their auction.', bids))}
      ${item('key-duplicate', 'duplicate', figure(count(bids.duplicate), 'Exact repeats of a bid: counted once, without effect.', bids))}
      ${item(
        'key-rejected',
        'rejected',
        figure(count(rejectedTotal), `Bids that did not count${reasons === '' ? '' : `: ${reasons}`}.`, bids),
      )}
      ${item('key-late', 'late', figure(count(bids.late), 'Bids behind the close marker: answered and counted apart.', bids))}
    </dl>
    <p class="note">
      ${figure(count(slots.open), 'Slots whose auction is still open.', slots)} slots open,
      ${figure(count(slots.closed), 'Slots whose close marker has been read.', slots)} closed
    </p>
    ${basis(state, bids)}
  </article>`;
}

function outcomes(state: PageState, { outcomes }: Overview): TemplateResult {
  const decided = outcomes.awarded + outcomes.unsold;
  return html`<article class="station outcome">
    <h2>Outcomes</h2>
    <p class="big">
      ${figure(
        count(decided),
        'Auctions decided: the winner is a pure function of the bids before the close marker.',
        outcomes,
        '',
        'outcomes-total',
      )}
    </p>
    ${bar(
      [
        { value: outcomes.awarded, className: 'part-awarded' },
        { value: outcomes.unsold, className: 'part-duplicate' },
      ],
      decided,
    )}
    <dl class="split">
      ${item('key-awarded', 'awarded', figure(count(outcomes.awarded), 'Auctions with a winner.', outcomes))}
      ${item('key-duplicate', 'unsold', figure(count(outcomes.unsold), 'Auctions without any valid bid.', outcomes))}
    </dl>
    ${basis(state, outcomes)}
  </article>`;
}

function settlements(state: PageState, { settlements, money }: Overview): TemplateResult {
  const all = settlements.settled + settlements.rejected + settlements.unsold;
  return html`<article class="station truth">
    <h2>Settlements</h2>
    <p class="big">
      ${figure(
        count(settlements.settled),
        'Slots sold and committed: exactly one settlement each, with its ledger entries.',
        settlements,
        '',
        'settlements-settled',
      )}
    </p>
    ${bar(
      [
        { value: settlements.settled, className: 'part-settled' },
        { value: settlements.rejected, className: 'part-rejected' },
        { value: settlements.unsold, className: 'part-duplicate' },
      ],
      all,
    )}
    <dl class="split">
      ${item('key-settled', 'settled', figure(count(settlements.settled), 'Sold and paid.', settlements))}
      ${item('key-rejected', 'rejected', figure(count(settlements.rejected), 'No candidate could pay.', settlements))}
      ${item('key-duplicate', 'unsold', figure(count(settlements.unsold), 'Recorded as unsold.', settlements))}
    </dl>
    ${Object.entries(money.byCurrency).map(
      ([currency, sum]) => html`<p class="note">
        ${figure(`${amount(sum.price)} ${currency}`, 'Sum of the prices of all settled slots.', money)}
        settled, fee ${figure(amount(sum.fee), `The exchange’s part of it, in ${currency}.`, money)}
      </p>`,
    )}
    ${basis(state, settlements)}
  </article>`;
}

function oldest(state: PageState, { settlements }: Overview): string {
  const age = ageOf(state, settlements.oldestWaitingSince);
  return age === null ? '' : `, oldest ${age < 1 ? ago(age) : duration(age)}`;
}

function item(key: string, label: string, value: TemplateResult): TemplateResult {
  return html`<div class=${key}>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}
