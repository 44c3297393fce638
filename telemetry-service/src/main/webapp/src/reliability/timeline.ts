import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { count } from '../format.js';
import type { ProofSide } from '../model.js';
import { ending, layOut, type LaneEnd, type Lanes } from './lanes.js';

const ROW = 12;
const SCALE = 18;
/** So many are seen at once; see `.lanes-box`. */
const LANES_SEEN = 26;

/** Each worker of a proof as a lane over time: its attempts, its waits, and how it ended. */
export function timelineOf(side: ProofSide, millis: number): TemplateResult {
  if (side.timeline.length === 0) {
    return html`<p class="empty">No timeline was kept.</p>`;
  }
  const lanes = layOut(side.timeline, millis);
  const height = lanes.lanes.length * ROW + SCALE;
  return html`<div class="lanes-box" tabindex="0" role="group" aria-label="Timeline of ${count(lanes.lanes.length)} workers">
      <svg class="proof-lanes" height=${height} role="img" aria-label=${spoken(side)}>
        ${lanes.ticks.map((tick) => scale(tick, height))} ${lanes.lanes.map(lane)}
      </svg>
    </div>
    ${legend(lanes)}`;
}

function spoken(side: ProofSide): string {
  const ends = new Map<LaneEnd, number>();
  for (const line of side.timeline) {
    ends.set(line.end, (ends.get(line.end) ?? 0) + 1);
  }
  return [...ends].map(([end, n]) => `${n} ${ending(end)}`).join(', ');
}

function scale(tick: Lanes['ticks'][number], height: number): TemplateResult {
  const anchor = tick.x > 90 ? 'end' : tick.x < 5 ? 'start' : 'middle';
  return svg`<line class="grid" x1=${`${tick.x}%`} x2=${`${tick.x}%`} y1=${SCALE - 4} y2=${height}></line>
    <text class="tick" x=${`${tick.x}%`} y="10" text-anchor=${anchor}>${tick.label}</text>`;
}

function lane(line: Lanes['lanes'][number], row: number): TemplateResult {
  const y = SCALE + row * ROW;
  return svg`<g data-meaning=${`${line.story}.`}>
    <rect class="reach" x="0" y=${y} width="100%" height=${ROW}></rect>
    <rect class=${`run ${className(line.end)}`} x=${`${line.begin}%`} y=${y + 3} width=${`${Math.max(line.width, 0.4)}%`} height=${ROW - 6} rx="2"></rect>
    ${line.marks.map(
      (mark) => svg`<rect class="waited" x=${`${mark.x}%`} y=${y + 4} width=${`${mark.waitWidth}%`} height=${ROW - 8}></rect>
        <circle class="lost" cx=${`${mark.x}%`} cy=${y + ROW / 2} r="3"></circle>`,
    )}
    <circle class=${`end ${className(line.end)}`} cx=${`${line.begin + line.width}%`} cy=${y + ROW / 2} r="3.5"></circle>
  </g>`;
}

function className(end: LaneEnd): string {
  return end.toLowerCase().replaceAll('_', '-');
}

function legend(lanes: Lanes): TemplateResult {
  const ends = [...new Set(lanes.lanes.map((line) => line.end))].sort();
  const failed = lanes.lanes.some((line) => line.marks.length > 0);
  return html`<p class="ends">
    <span>${count(lanes.lanes.length)} lanes${lanes.lanes.length > LANES_SEEN ? ', scroll for all' : ''}</span>
    ${ends.map((end) => html`<span><i class=${className(end)}></i>${ending(end)}</span>`)}
    ${failed ? html`<span><i class="lost"></i>failed attempt, then waited</span>` : nothing}
  </p>`;
}
