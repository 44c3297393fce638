import { html, nothing, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { count, duration, words } from '../format.js';
import type { Evidence, TrafficRun } from '../model.js';
import { ageOf, serverNow, type PageState } from '../state.js';
import { bar } from './bar.js';

/** What the card needs to know of the view, and what it tells it. */
export interface RunningContext {
  busy: boolean;
  problem: string;
  stop(): void;
}

/** A run that is under way, or has just ended. */
export function runningCard(state: PageState, run: TrafficRun, context: RunningContext): TemplateResult {
  const ended = run.state === 'ENDED';
  const elapsed = ended ? run.seconds : Math.min(run.seconds, ageOf(state, run.startedAt) ?? 0);
  const evidence: Evidence = {
    kind: 'simulated',
    sampleSize: run.bidsSent,
    newestAt: new Date(serverNow(state)).toISOString(),
    ageSeconds: 0,
  };
  const stat = (label: string, value: number, meaning: string, id = ''): TemplateResult => html`<div>
    <dt>${label}</dt>
    <dd>${figure(count(value), meaning, evidence, '', id)}</dd>
  </div>`;
  return html`<section class="panel running" aria-labelledby="running-title">
    <div class="panel-head">
      <h2 id="running-title">${ended ? 'The run that ended last' : 'Traffic is running'}</h2>
      <span class="badge simulated" role="status">simulated · ${words(run.state)}</span>
    </div>
    <p class="note">
      ${words(run.profile)}, ${count(run.bidsPerSecond)} bids per second over ${count(run.slots)} slots at a
      time, ${run.contentionPercent} % contended, as run <code>${run.runId}</code>
    </p>
    <div class="progress">
      ${bar([{ value: elapsed, className: 'part-counted' }], run.seconds)}
      <span>${ended ? 'ended' : `${duration(elapsed)} of ${duration(run.seconds)}`}</span>
    </div>
    <dl class="stats">
      ${stat('bids sent', run.bidsSent, 'Bids that the simulator has sent in this run.', 'run-sent')}
      ${stat('acknowledged', run.bidsAcknowledged, 'Bids that the exchange has taken: they are durable.', 'run-acknowledged')}
      ${stat('refused', run.bidsRefused, 'Bids that the exchange answered with a problem, or not at all.')}
      ${stat('slots opened', run.slotsOpened, `Auctions opened in this run; ${count(run.slotsClosed)} of them closed.`)}
    </dl>
    ${run.lastProblem === null ? nothing : html`<p class="caution" role="note">Last problem: ${run.lastProblem}</p>`}
    ${context.problem === '' ? nothing : html`<p class="caution" role="alert">${context.problem}</p>`}
    ${ended
      ? nothing
      : html`<p class="send">
          <button type="button" class="primary stop" ?disabled=${context.busy || run.state === 'STOPPING'} @click=${() => context.stop()}>
            ${run.state === 'STOPPING' ? 'Stopping …' : 'Stop traffic'}
          </button>
        </p>`}
    ${basis(state, evidence)}
  </section>`;
}
