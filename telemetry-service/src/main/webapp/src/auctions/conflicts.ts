import { html, nothing, type TemplateResult } from 'lit/html.js';
import { count, words } from '../format.js';
import { dateTime } from '../instants.js';
import type { Timeline } from '../model.js';
import { story } from '../views/timelines.js';

/** The contended operations of a slot: each attempt, and what came of it. */
export function conflictsPart({ timelines }: { timelines: Timeline[] }): TemplateResult {
  return timelines.length === 0
    ? html`<p class="empty">No operation on this slot is known to have met a conflict.</p>`
    : html`<ol class="timelines">
        ${timelines.map(line)}
      </ol>`;
}

function line(timeline: Timeline): TemplateResult {
  return html`<li>
    <div class="who">
      <b>${timeline.worker}</b>
      <span>${timeline.region} · ${dateTime(timeline.lastAt)}</span>
    </div>
    <span class="sr">${story(timeline)}</span>
    <div class="track" aria-hidden="true">
      ${timeline.attempts.map(
        (attempt) => html`<span class="step ${attempt.cause === 'CONFLICT' ? 'conflict' : 'trouble'}"
            ><b>${attempt.attempt}</b>${attempt.code ?? attempt.sqlState ?? words(attempt.cause)}</span
          ><span class="wait">${attempt.backoffMillis > 0 ? `${count(attempt.backoffMillis)} ms` : nothing}</span>`,
      )}
      ${end(timeline)}
    </div>
  </li>`;
}

function end(timeline: Timeline): TemplateResult {
  if (timeline.end !== 'RESOLVED') {
    return timeline.end === 'EXHAUSTED'
      ? html`<span class="step gave-up">gave up</span>`
      : html`<span class="step trying">trying</span>`;
  }
  const settled = timeline.finding === 'ALREADY_SETTLED';
  return html`<span class="step ${settled ? 'settled' : 'committed'}"
    ><b>${timeline.endAttempt}</b>${settled ? 'found it settled' : 'committed'}</span
  >`;
}
