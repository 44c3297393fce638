import { html, nothing, type TemplateResult } from 'lit/html.js';
import { RateChart } from '../charts.js';
import type { Frame } from '../model.js';
import { isEmpty, ratesOf, type PageState } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { checks } from './checks.js';
import { cost } from './cost.js';
import { inexact, origins } from './coverage.js';
import { flow } from './flow.js';
import { latency } from './latency.js';
import { waiting } from './placeholder.js';
import { pulse } from './pulse.js';
import { lag, ledgerActivity } from './stores.js';

/** The exchange at a glance. */
export class OverviewView implements View {
  readonly id = 'overview';
  readonly title = 'Overview';
  private readonly bids = new RateChart('chart-bids', [{ label: 'bids/s', colour: '--traffic' }]);
  private readonly truth = new RateChart('chart-truth', [
    { label: 'outcomes', colour: '--outcome' },
    { label: 'settlements', colour: '--truth' },
  ]);
  private readonly conflicts = new RateChart('chart-conflicts', [
    { label: 'failed attempts/s', colour: '--conflict' },
  ]);

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {
    this.bids.forget();
    this.truth.forget();
    this.conflicts.forget();
  }

  render(): TemplateResult {
    const { state } = this.host;
    return state.frame === undefined ? waiting(state) : content(state, state.frame);
  }

  rendered(): void {
    const rates = ratesOf(this.host.state);
    this.bids.show([rates.seconds, rates.bids]);
    this.truth.show([rates.seconds, rates.outcomes, rates.settlements]);
    this.conflicts.show([rates.seconds, rates.failedAttempts]);
  }
}

function content(state: PageState, frame: Frame): TemplateResult {
  const { overview } = frame;
  return html`${isEmpty(frame) ? welcome() : nothing} ${inexact(overview)}
    ${pulse(frame, ratesOf(state))} ${flow(state, frame)}
    <div class="trio">
      <div class="stack">${checks(state, overview)}</div>
      <div class="stack">${latency(state, overview)} ${lag(state, overview)} ${ledgerActivity(state, overview)}</div>
      ${cost(state, frame.cost)}
    </div>
    ${charts()} ${origins(overview)}`;
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

/** uPlot draws into the hosts; nothing else touches what is in them. */
function charts(): TemplateResult {
  return html`<section class="panel charts" aria-labelledby="charts-title">
    <h2 id="charts-title">The last minutes</h2>
    <div class="chart-row">
      ${chart('chart-bids', 'Bids per second')}
      ${chart('chart-truth', 'Outcomes and settlements per second')}
      ${chart('chart-conflicts', 'Failed attempts per second')}
    </div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`;
}

function chart(id: string, title: string): TemplateResult {
  return html`<div>
    <h3>${title}</h3>
    <div id=${id} class="chart" role="img" aria-label="${title} over the last five minutes"></div>
  </div>`;
}
