import { html, nothing, type TemplateResult } from 'lit/html.js';
import { count } from '../format.js';
import type { Frame } from '../model.js';
import { isEmpty, type PageState } from '../state.js';
import { conflicts } from './conflicts.js';
import { flow } from './flow.js';
import { header, trouble } from './header.js';
import { regions } from './regions.js';
import { slots } from './slots.js';

export interface Actions {
  retry(): void;
  chooseSlots(list: PageState['slotList']): void;
  showAllSlots(): void;
}

export function page(state: PageState, actions: Actions): TemplateResult {
  return html`${header(state)} ${trouble(state, actions.retry)}
    <main class=${state.connection.state === 'live' ? '' : 'dimmed'}>
      ${state.frame === undefined ? loading(state) : content(state, state.frame, actions)}
    </main>
    <footer>
      <p>
        Every number says on hover or focus what it means, what it rests on and how old it is. The
        same figures for programs: <a href="/v1/overview">/v1/overview</a>,
        <a href="/v1/conflicts">/v1/conflicts</a>, <a href="/q/metrics">/q/metrics</a>.
      </p>
    </footer>`;
}

function loading(state: PageState): TemplateResult {
  return html`<section class="panel placeholder" aria-busy=${state.connection.state !== 'reconnecting'}>
    <h2>${state.connection.state === 'reconnecting' ? 'No figures yet' : 'Waiting for the first figures'}</h2>
    <p>
      ${state.connection.state === 'reconnecting'
        ? 'The page goes on trying. See that telemetry-service runs: ./exchange status'
        : 'They come within a second once the service answers.'}
    </p>
  </section>`;
}

function content(state: PageState, frame: Frame, actions: Actions): TemplateResult {
  return html`${isEmpty(frame) ? welcome() : nothing} ${inexact(frame)} ${flow(state, frame.overview)}
    <div class="columns">
      ${conflicts(state, frame.conflicts)}
      <div class="stack">
        ${regions(state, frame.overview)} ${charts()}
      </div>
    </div>
    ${slots(state, frame.overview, actions)}`;
}

function welcome(): TemplateResult {
  return html`<section class="panel placeholder">
    <h2>Nothing has been traded yet</h2>
    <p>
      Run <code>./exchange demo</code>, or open a slot and send it a bid: the figures below move
      within a second, without reloading.
    </p>
  </section>`;
}

/** Figures that are not exact must say so. */
function inexact(frame: Frame): TemplateResult | typeof nothing {
  const { coverage } = frame.overview;
  if (coverage.exact) {
    return nothing;
  }
  const unreadable = Object.entries(coverage.unreadable).map(([topic, n]) => `${count(n)} on ${topic}`);
  const reasons = [
    unreadable.length === 0 ? '' : `records that could not be read: ${unreadable.join(', ')}`,
    coverage.cutShort === 0 ? '' : `${count(coverage.cutShort)} unfinished slots or operations did not fit`,
  ].filter((reason) => reason !== '');
  return html`<p class="caution" role="note">The totals lack something: ${reasons.join('; ')}.</p>`;
}

/** uPlot draws into the two hosts; nothing else touches what is in them. */
function charts(): TemplateResult {
  return html`<section class="panel charts" aria-labelledby="charts-title">
    <h2 id="charts-title">The last minutes</h2>
    <h3>Bids per second</h3>
    <div id="chart-bids" class="chart" role="img" aria-label="Bids per second over the last five minutes"></div>
    <h3>Failed attempts per second</h3>
    <div id="chart-conflicts" class="chart" role="img" aria-label="Failed attempts per second over the last five minutes"></div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`;
}
