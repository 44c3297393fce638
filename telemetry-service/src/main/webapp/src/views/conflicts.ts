import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figure, basis } from '../figure.js';
import { ago, count, percent, words } from '../format.js';
import type { AttemptLine, Conflicts, Timeline } from '../model.js';
import { ageOf, type PageState } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { waiting } from './placeholder.js';

const MAX_SHOWN = 10;

/** Contention on the truth store: every attempt, and what it cost. */
export class ConflictsView implements View {
  readonly id = 'conflicts';
  readonly title = 'Conflicts';

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    const { state } = this.host;
    return state.frame === undefined ? waiting(state) : conflicts(state, state.frame.conflicts);
  }
}

function conflicts(state: PageState, report: Conflicts): TemplateResult {
  return html`<section class="panel conflicts" aria-labelledby="conflicts-title">
    <h2 id="conflicts-title">Conflicts on the truth store</h2>
    <dl class="stats">
      ${stat('conflicts', count(report.conflicts), 'Operations of which at least one attempt lost against somebody else.', report, 'conflicts-count')}
      ${stat('retries', count(report.retries), `Attempts after the first, over all operations that had trouble: ${report.averageRetries} on average.`, report, 'conflicts-retries')}
      ${stat('resolved', count(report.resolved), 'Conflicted operations that came to their end: committed, or found the slot settled.', report, 'conflicts-resolved')}
      ${stat(
        'resolution rate',
        percent(report.resolutionRate),
        `${count(report.resolved)} resolved of ${count(report.conflicts)} conflicts; ${count(report.exhausted)} gave up, ${count(report.open)} are still trying. 100 % if there was none.`,
        report,
        'conflicts-rate',
      )}
    </dl>
    ${causes(report)}
    ${report.recent.length === 0
      ? html`<p class="empty">No conflict yet. When two workers want the same row, every attempt appears here.</p>`
      : html`<h3>Newest contended operations</h3>
          <ol class="timelines">
            ${report.recent.slice(0, MAX_SHOWN).map((timeline) => line(state, timeline))}
          </ol>`}
    ${basis(state, report)}
  </section>`;
}

function stat(label: string, value: string, meaning: string, report: Conflicts, id: string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${figure(value, meaning, report, '', id)}</dd>
  </div>`;
}

function causes(report: Conflicts): TemplateResult | typeof nothing {
  const states = Object.entries(report.bySqlState);
  if (states.length === 0) {
    return nothing;
  }
  return html`<p class="note">
    ${figure(count(report.failedAttempts), 'Failed attempts, whatever their cause.', report)} failed
    attempts:
    ${states.map(
      ([sqlState, n], i) =>
        html`${i > 0 ? ', ' : ''}<code>${sqlState}</code> ${figure(count(n), `Failed attempts with SQLSTATE ${sqlState}.`, report)}`,
    )}
  </p>`;
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

function line(state: PageState, timeline: Timeline): TemplateResult {
  const [slot, ...others] = timeline.slotIds;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return html`<li>
    <div class="who">
      <b title=${timeline.slotIds.join(', ')}>${slot}${more}</b>
      <span>${timeline.worker} · ${timeline.region} · ${ago(ageOf(state, timeline.lastAt))}</span>
    </div>
    <span class="sr">${story(timeline)}</span>
    <div class="track" aria-hidden="true">
      ${timeline.attempts.map(
        (attempt) => html`<span class="step ${attempt.cause === 'CONFLICT' ? 'conflict' : 'trouble'}"
            ><b>${attempt.attempt}</b>${attempt.sqlState ?? words(attempt.cause)}</span
          >${attempt.backoffMillis > 0 ? html`<span class="wait">${count(attempt.backoffMillis)} ms</span>` : html`<span class="wait"></span>`}`,
      )}
      ${end(timeline)}
    </div>
  </li>`;
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
