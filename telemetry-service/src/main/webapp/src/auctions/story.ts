import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { count, words } from '../format.js';
import { span, timeOfDay } from '../instants.js';
import type { Part, Story } from '../model.js';
import { hrefOf } from '../router.js';
import { facts, moment, money, sheet } from '../sheet.js';
import type { Bids, Definition, Explanation, Settlement, SlotHistory, SlotLedger, Traffic } from '../sources.js';
import { badge } from './list.js';
import { arrange } from './bids.js';
import { bidChart, type Level } from './chart.js';
import { conflictsPart } from './conflicts.js';
import { ledgerPart, settlementPart } from './money.js';
import { lacking, part } from './parts.js';
import { pricePart, rankingPart } from './ranking.js';
import { body, closedAt, PART_TITLES, stateOf, way } from './way.js';

/** A slot's whole story. Each part says where it comes from, and why it is not there if it is not. */
export function storyView(story: Story): TemplateResult {
  const { parts } = story;
  return html`<div id="story" data-slot=${story.slotId} data-state=${stateOf(parts) ?? ''}>
    ${guard([story], () => html`
      ${head(story)} ${bidsPart(parts)}
      <div class="story-grid">
        ${part<Explanation>('story-ranking', PART_TITLES.explanation, parts.explanation, rankingPart)}
        ${part<Explanation>('story-price', 'What made the price', parts.explanation, pricePart)}
        ${part<Settlement>('story-settlement', PART_TITLES.settlement, parts.settlement, settlementPart)}
        ${part<SlotLedger>('story-ledger', PART_TITLES.ledger, parts.ledger, ledgerPart)}
        ${part<SlotHistory>('story-history', PART_TITLES.history, parts.history, historyPart)}
        ${part('story-conflicts', PART_TITLES.conflicts, parts.conflicts, conflictsPart)}
      </div>
    `)}
  </div>`;
}

function head({ slotId, at, parts }: Story): TemplateResult {
  const state = stateOf(parts);
  const definition = body<Definition>(parts.definition);
  return html`<section class="panel" id="story-head" aria-labelledby="story-head-title">
    <div class="panel-head">
      <h2 id="story-head-title" class="slot-title">
        ${definition?.name ?? slotId} ${definition === undefined ? nothing : html`<span class="quiet">${slotId}</span>`}
      </h2>
      ${state === undefined ? html`<span class="quiet">state not known</span>` : badge(state)}
    </div>
    ${wayOf(parts)} ${definition === undefined ? missing(parts.definition) : rules(definition)}
    <p class="basis">rules from ${parts.definition?.source ?? 'ingest-service'} · as of ${moment(at)} UTC</p>
  </section>`;
}

function missing(from: Part | undefined): TemplateResult {
  return html`<p class="note">The slot’s rules are not known: ${from?.why ?? 'no source answered.'}</p>`;
}

function wayOf(parts: Story['parts']): TemplateResult {
  return html`<ol class="way">
    ${way(parts).map(
      (step) => html`<li class=${step.state} aria-current=${step.state === 'now' ? 'step' : nothing}>
        <b>${words(step.name)}</b>
        <span>${step.at === null ? (step.state === 'ahead' ? 'to come' : nothing) : moment(step.at)}</span>
        ${step.after === null ? nothing : html`<span class="after-step">after ${span(step.after)}</span>`}
      </li>`,
    )}
  </ol>`;
}

function rules(definition: Definition): TemplateResult {
  const { currency, softClose } = definition;
  return html`${facts([
    ['publisher', html`<a href=${hrefOf('ledger', 'accounts', definition.publisherId)}>${definition.publisherId}</a>`],
    ['floor', money({ amount: definition.floor, currency })],
    ['pricing', words(definition.pricing)],
    ['increment', money({ amount: definition.increment, currency })],
    ['ranked by', words(definition.ranking)],
    ['opens (UTC)', moment(definition.opensAt)],
    ['closes (UTC)', moment(definition.closesAt)],
    ['soft close', softClose === null || softClose === undefined ? 'none' : 'yes'],
  ])}
  ${softClose === null || softClose === undefined
    ? nothing
    : html`<p class="note">
        A bid in the last ${span(softClose.windowMillis)} moves the close to ${span(softClose.extensionMillis)}
        after it, at most ${span(softClose.maximumMillis)} beyond the time above.
      </p>`}`;
}

function bidsPart(parts: Story['parts']): TemplateResult {
  const traffic = body<Traffic>(parts.traffic);
  return html`<section class="panel part" id="story-bids" aria-labelledby="story-bids-title">
    <div class="panel-head">
      <h2 id="story-bids-title">${PART_TITLES.bids}</h2>
      <span class="source">${parts.bids?.source}, ${parts.traffic?.source}</span>
    </div>
    ${traffic === undefined
      ? html`<p class="note" id="story-counts">
          The evaluator’s counts are not known: ${parts.traffic?.why ?? 'no counts have come.'}
        </p>`
      : counts(traffic)}
    ${drawn(parts)} ${lacking(parts.bids)} ${traffic === undefined ? nothing : byRegion(traffic)} ${digest(body<Explanation>(parts.explanation))}
  </section>`;
}

function counts(traffic: Traffic): TemplateResult {
  const { received, counted, duplicate, rejected } = traffic.total;
  const refused = Object.values(rejected).reduce((sum, n) => sum + n, 0);
  return html`<div id="story-counts">
    ${facts([
      ['received', count(received)],
      ['counted', count(counted)],
      ['duplicate', count(duplicate)],
      ['rejected', count(refused)],
      ['late', count(traffic.late)],
    ])}
    <p class="basis">
      measured · up to offset ${count(traffic.offset)} of the log${traffic.closed ? ', past the close marker' : ''} ·
      counted ${moment(traffic.countedAt)} UTC
    </p>
  </div>`;
}

function drawn(parts: Story['parts']): TemplateResult {
  const bids = body<Bids>(parts.bids);
  if (bids === undefined) {
    return html`<p class=${parts.bids?.status === 'UNAVAILABLE' ? 'note unavailable' : 'empty'}>
      ${parts.bids?.why ?? 'No bid of this slot is in the store.'}
    </p>`;
  }
  if (bids.bids.length === 0) {
    return html`<p class="empty">No bid has been written to the store for this slot.</p>`;
  }
  const definition = body<Definition>(parts.definition);
  const closed = closedAt(parts);
  const picture = arrange(bids.bids, closed, definition?.floor ?? null);
  if (picture === undefined) {
    return html`<p class="note">
      ${count(bids.shown)} bids are there. Until the close marker is written, their times, amounts and
      accounts are sealed.
    </p>`;
  }
  return html`${bidChart(picture, levels(parts), closed === null ? '' : `close marker ${timeOfDay(closed)}`)}
    ${remark(bids, picture.untimed)}`;
}

function remark(bids: Bids, untimed: number): TemplateResult | typeof nothing {
  const remarks = [
    bids.total === null
      ? `The first ${count(bids.shown)} bids are drawn; how many there are is not known.`
      : bids.shown < bids.total
        ? `${count(bids.shown)} of ${count(bids.total)} bids are drawn.`
        : '',
    untimed > 0 ? `${count(untimed)} are not drawn, because their times are sealed.` : '',
  ].filter((text) => text !== '');
  return remarks.length === 0 ? nothing : html`<p class="note">${remarks.join(' ')}</p>`;
}

function levels(parts: Story['parts']): Level[] {
  const floor = body<Definition>(parts.definition)?.floor;
  const price = body<Explanation>(parts.explanation)?.winner?.price.clearingPrice.amount;
  return [
    ...(floor === undefined ? [] : [{ label: 'floor', amount: floor, className: 'floor' }]),
    ...(price === undefined ? [] : [{ label: 'price', amount: price, className: 'price' }]),
  ];
}

function byRegion(traffic: Traffic): TemplateResult | typeof nothing {
  const regions = Object.entries(traffic.byRegion).sort(([a], [b]) => (a < b ? -1 : 1));
  if (regions.length === 0) {
    return nothing;
  }
  return sheet<(typeof regions)[number]>(
    'Bids by region, as the evaluator counted them',
    [
      { label: 'Region', cell: ([region]) => region },
      { label: 'Received', number: true, cell: ([, tally]) => count(tally.received) },
      { label: 'Counted', number: true, cell: ([, tally]) => count(tally.counted) },
      { label: 'Duplicate', number: true, cell: ([, tally]) => count(tally.duplicate) },
      { label: 'Rejected', cell: ([, tally]) => rejections(tally.rejected) },
    ],
    regions,
  );
}

function rejections(rejected: Record<string, number>): string {
  const reasons = Object.entries(rejected).filter(([, n]) => n > 0);
  return reasons.length === 0 ? '0' : reasons.map(([reason, n]) => `${count(n)} ${words(reason)}`).join(', ');
}

function digest(explanation: Explanation | undefined): TemplateResult | typeof nothing {
  const text = explanation?.digest;
  return text === null || text === undefined
    ? nothing
    : html`<p class="note" id="story-digest">
        Fingerprint of all that was counted: <code class="digest">${text}</code>
      </p>`;
}

function historyPart(history: SlotHistory): TemplateResult {
  return html`<ol class="happenings">
    ${history.history.map(
      (event) => html`<li>
        <b>${words(event.type)}</b> <span class="quiet">${moment(event.occurredAt)} UTC</span>
        ${event.reason === null || event.reason === undefined ? nothing : html`<p>${event.reason}</p>`}
        <p class="quiet">event ${event.eventNo}, recorded ${moment(event.recordedAt)}</p>
      </li>`,
    )}
  </ol>`;
}
