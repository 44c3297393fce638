import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { amount, count, UNKNOWN, words } from '../format.js';
import { dateTime, span, timeOfDay } from '../instants.js';
import type { Bid } from '../sources.js';
import { SLICES, type BidPicture, type Fate, type Lane } from './bids.js';

const FATES: Record<Fate, string> = {
  won: 'won',
  lost: 'outranked',
  rejected: 'rejected',
  late: 'late',
  pending: 'not decided',
};

/** Levels of the drawing's own, such as the floor and the price. */
export interface Level {
  label: string;
  amount: string;
  className: string;
}

/**
 * Bids over time: a strip for each region, and each disclosed amount as a point. Places are per
 * cent, so that it fits any width without a script and its text never shrinks.
 */
export function bidChart(picture: BidPicture, levels: readonly Level[], closeLabel: string): TemplateResult {
  const fullest = picture.lanes.reduce((max, lane) => Math.max(max, ...lane.slices), 1);
  return html`<div class="bid-chart">
    ${picture.amounts === null
      ? html`<p class="note">The amounts are sealed, so only times are drawn.</p>`
      : html`<h3>Each bid’s amount</h3>
          <svg class="amounts" role="img" aria-label=${summary(picture)}>
            ${after(picture)} ${levels.map((level) => levelLine(picture, level))} ${marker(picture)}
            ${inFront(picture).map(point)}
            <text class="edge" x="4" y="14">${amount(picture.amounts.most)} ${picture.amounts.currency}</text>
            <text class="edge" x="4" y="100%" dy="-5">${amount(picture.amounts.least)}</text>
          </svg>`}
    <h3>Bids by region</h3>
    <ul class="bid-strips">
      ${picture.lanes.map((lane) => strip(picture, lane, fullest))}
    </ul>
    <svg class="axis" aria-hidden="true">
      <text x="0" y="12">${timeOfDay(picture.from)}</text>
      <text x="100%" y="12" text-anchor="end">${timeOfDay(picture.to)}</text>
      ${picture.closeX === null
        ? nothing
        : svg`<text class="close" x=${`${picture.closeX}%`} y="28" text-anchor=${anchor(picture.closeX)}>${closeLabel}</text>`}
    </svg>
    ${legend(picture)}
  </div>`;
}

function anchor(x: number): string {
  return x > 85 ? 'end' : x < 15 ? 'start' : 'middle';
}

function summary(picture: BidPicture): string {
  const { amounts, points, from, to } = picture;
  return amounts === null
    ? 'No amounts'
    : `${points.length} bids over ${span(to - from)}, from ${amounts.least} to ${amounts.most} ${amounts.currency}`;
}

function after({ closeX }: BidPicture): TemplateResult | typeof nothing {
  return closeX === null || closeX >= 99
    ? nothing
    : svg`<rect class="after" x=${`${closeX}%`} y="0" width=${`${100 - closeX}%`} height="100%"></rect>`;
}

function marker({ closeX }: BidPicture): TemplateResult | typeof nothing {
  return closeX === null
    ? nothing
    : svg`<line class="marker" x1=${`${closeX}%`} x2=${`${closeX}%`} y1="0" y2="100%"></line>`;
}

function levelLine(picture: BidPicture, level: Level): TemplateResult | typeof nothing {
  const y = picture.heightOf(level.amount);
  return y === null
    ? nothing
    : svg`<line class=${`level ${level.className}`} x1="0" x2="100%" y1=${`${y}%`} y2=${`${y}%`}></line>
        <text class=${`level-name ${level.className}`} x="4" y=${`${y}%`} dy=${y < 15 ? 15 : -5}>${level.label} ${amount(level.amount)}</text>`;
}

/** What matters most is drawn last, over the others. */
function inFront(picture: BidPicture): BidPicture['points'] {
  const rank: Record<Fate, number> = { rejected: 0, late: 1, lost: 2, pending: 2, won: 3 };
  return [...picture.points].sort((a, b) => rank[a.fate] - rank[b.fate]);
}

function point({ x, y, fate, bid }: BidPicture['points'][number]): TemplateResult {
  return svg`<circle class=${`bid ${fate}`} cx=${`${x}%`} cy=${`${y}%`} r=${fate === 'won' ? 6 : 3.5} data-meaning=${meaning(bid, fate)}></circle>`;
}

function meaning(bid: Bid, fate: Fate): string {
  const price = `${amount(bid.amount ?? '')} ${bid.currency ?? ''}`;
  const reason = bid.verdict?.rejectionReason;
  const why = reason === null || reason === undefined ? '' : `, ${words(reason)}`;
  return `${bid.accountId ?? 'a bidder'} bid ${price} from ${bid.region} at ${dateTime(bid.acceptedAt ?? '')}: ${FATES[fate]}${why}.`;
}

function strip(picture: BidPicture, lane: Lane, fullest: number): TemplateResult {
  return html`<li>
    <p>
      <b>${lane.region}</b>
      <span
        >${count(lane.bids)} ${lane.bids === 1 ? 'bid' : 'bids'}${lane.late === 0 ? nothing : html`, ${count(lane.late)} late`},
        best ${lane.best === null ? UNKNOWN : amount(lane.best)}</span
      >
    </p>
    <svg class="bid-strip" aria-hidden="true">
      ${after(picture)}
      ${lane.slices.map((bids, i) => (bids === 0 ? nothing : slice(bids, i, fullest)))} ${marker(picture)}
    </svg>
  </li>`;
}

function slice(bids: number, i: number, fullest: number): TemplateResult {
  // What is there at all must be seen, however small.
  const height = Math.max(12, (100 * bids) / fullest);
  const width = (100 - 4) / SLICES;
  return svg`<rect class="slice" x=${`${2 + i * width}%`} y=${`${100 - height}%`} width=${`${width * 0.86}%`} height=${`${height}%`} data-meaning=${`${count(bids)} ${bids === 1 ? 'bid' : 'bids'} in this slice of time.`}></rect>`;
}

function legend(picture: BidPicture): TemplateResult | typeof nothing {
  const shown = new Set(picture.points.map((each) => each.fate));
  if (shown.size === 0) {
    return nothing;
  }
  return html`<p class="fates">
    ${(Object.keys(FATES) as Fate[])
      .filter((fate) => shown.has(fate))
      .map((fate) => html`<span><i class=${fate}></i>${FATES[fate]}</span>`)}
  </p>`;
}
