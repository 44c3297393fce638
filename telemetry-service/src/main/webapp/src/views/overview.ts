import { html, nothing, type TemplateResult } from 'lit/html.js';
import { RateChart } from '../charts.js';
import { count } from '../format.js';
import type { Frame } from '../model.js';
import { isEmpty, serverNow } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { flow } from './flow.js';
import { waiting } from './placeholder.js';

/** The newest second is not complete before its sample has arrived. */
const CHART_DELAY_MS = 1_500;

/** The exchange at a glance. */
export class OverviewView implements View {
  readonly id = 'overview';
  readonly title = 'Overview';
  private readonly bids = new RateChart('chart-bids', [{ label: 'bids/s', colour: '--traffic' }]);
  private readonly conflicts = new RateChart('chart-conflicts', [
    { label: 'failed attempts/s', colour: '--conflict' },
  ]);

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {
    this.bids.forget();
    this.conflicts.forget();
  }

  render(): TemplateResult {
    const { state } = this.host;
    const { frame } = state;
    return frame === undefined
      ? waiting(state)
      : html`${isEmpty(frame) ? welcome() : nothing} ${inexact(frame)} ${flow(state, frame.overview)}
        ${charts()}`;
  }

  rendered(): void {
    const { state } = this.host;
    const rates = state.series.rates(serverNow(state) - CHART_DELAY_MS);
    this.bids.show([rates.seconds, rates.bids]);
    this.conflicts.show([rates.seconds, rates.failedAttempts]);
  }
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
