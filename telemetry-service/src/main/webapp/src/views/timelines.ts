import { html, svg, type TemplateResult } from 'lit/html.js';
import { ago, count, millis, words } from '../format.js';
import type { AttemptLine, Timeline } from '../model.js';
import { hrefOf } from '../router.js';
import { ageOf, type PageState } from '../state.js';
import { drawing, scaleMillis, type Drawing } from '../timeline.js';

const FIRST_SHOWN = 8;

/** The newest contended operations, each as it went in time and in words. */
export function timelines(
  state: PageState,
  recent: readonly Timeline[],
  all: boolean,
  showAll: () => void,
): TemplateResult {
  const shown = all ? recent : recent.slice(0, FIRST_SHOWN);
  const drawings = shown.map(drawing);
  const scale = scaleMillis(drawings.map((each) => each.lengthMillis));
  return html`<section class="panel" aria-labelledby="timelines-title">
    <div class="panel-head">
      <h2 id="timelines-title">Newest contended operations</h2>
      ${recent.length === 0 ? '' : html`<span class="scale">full width ${millis(scale)}</span>`}
    </div>
    ${recent.length === 0
      ? html`<p class="empty">No conflict yet. When two workers want the same row, every attempt appears here.</p>`
      : html`<ol class="timelines">
            ${shown.map((timeline, i) => line(state, timeline, drawings[i]!, scale))}
          </ol>
          <p class="legend">
            <span><i class="key-rejected"></i>lost an attempt</span>
            <span><i class="key-awarded"></i>no answer</span>
            <span><i class="key-wait"></i>waited</span>
            <span><i class="key-settled"></i>came to its end</span>
          </p>`}
    ${shown.length < recent.length
      ? html`<button type="button" class="plain" @click=${showAll}>Show all ${recent.length}</button>`
      : ''}
  </section>`;
}

/** "attempt 1 conflict 40001, waited 12 ms, attempt 2 found it settled" */
export function story(timeline: Timeline): string {
  const steps = timeline.attempts.map((attempt) => {
    const waited = attempt.backoffMillis > 0 ? `, waited ${count(attempt.backoffMillis)} ms` : '';
    return `attempt ${attempt.attempt} ${what(attempt)}${waited}`;
  });
  return [...steps, ending(timeline)].filter((step) => step !== '').join(', ');
}

function what(attempt: AttemptLine): string {
  const state = attempt.sqlState === null ? '' : ` ${attempt.sqlState}`;
  switch (attempt.cause) {
    case 'CONFLICT':
      return `conflict${state}`;
    case 'UNKNOWN_OUTCOME':
      return `unknown outcome${state}`;
    case 'UNAVAILABLE':
      return `store unavailable${state}`;
  }
}

function ending(timeline: Timeline): string {
  switch (timeline.end) {
    case 'RESOLVED':
      return `attempt ${timeline.endAttempt ?? '?'} ${found(timeline)}`;
    case 'EXHAUSTED':
      return `gave up after attempt ${timeline.endAttempt ?? '?'}`;
    case 'OPEN':
      return 'still trying';
  }
}

function found(timeline: Timeline): string {
  return timeline.finding === 'ALREADY_SETTLED' ? 'found it settled' : 'committed';
}

function line(state: PageState, timeline: Timeline, drawn: Drawing, scale: number): TemplateResult {
  const [slot, ...others] = timeline.slotIds;
  const more = others.length === 0 ? '' : `\u00a0and ${others.length} more`;
  return html`<li>
    <div class="who">
      <b
        ><a class="slot-id" href=${hrefOf('auctions', slot ?? '')}>${slot}</a>${more === ''
          ? ''
          : html`<button type="button" class="figure" data-meaning=${others.join(', ')}>${more}</button>`}</b
      >
      <span>${timeline.worker} · ${timeline.region} · ${ago(ageOf(state, timeline.lastAt))}</span>
    </div>
    <span class="sr">${story(timeline)}</span>
    ${strip(drawn, scale)}
    <div class="track" aria-hidden="true">
      ${timeline.attempts.map(
        (attempt) => html`<span class="step ${attempt.cause === 'CONFLICT' ? 'conflict' : 'trouble'}"
            ><b>${attempt.attempt}</b>${attempt.code ?? attempt.sqlState ?? words(attempt.cause)}</span
          >${attempt.backoffMillis > 0 ? html`<span class="wait">${count(attempt.backoffMillis)} ms</span>` : html`<span class="wait"></span>`}`,
      )}
      ${end(timeline)}
    </div>
  </li>`;
}

/** Decoration: what it shows is said in words beside it. Positions are in per cent of the width. */
function strip({ marks, waits, lengthMillis }: Drawing, scale: number): TemplateResult {
  const x = (atMillis: number): string => `${Math.min(100, (100 * atMillis) / scale).toFixed(2)}%`;
  return html`<div class="strip" aria-hidden="true">
    <svg>
      <line class="span" x1="0" x2=${x(lengthMillis)} y1="9" y2="9"></line>
      ${waits.map((wait) => svg`<line class="waiting" x1=${x(wait.fromMillis)} x2=${x(wait.toMillis)} y1="9" y2="9"></line>`)}
      ${marks.map((mark) => svg`<circle class=${mark.tone} cx=${x(mark.atMillis)} cy="9" r="5"></circle>`)}
    </svg>
    <span>${lengthMillis > scale ? '→ ' : ''}${millis(lengthMillis)}</span>
  </div>`;
}

function end(timeline: Timeline): TemplateResult {
  switch (timeline.end) {
    case 'RESOLVED':
      return html`<span class="step ${timeline.finding === 'ALREADY_SETTLED' ? 'settled' : 'committed'}"
        ><b>${timeline.endAttempt}</b>${found(timeline)}</span
      >`;
    case 'EXHAUSTED':
      return html`<span class="step gave-up">gave up</span>`;
    case 'OPEN':
      return html`<span class="step trying">trying</span>`;
  }
}
