import { html, nothing, type TemplateResult } from 'lit/html.js';
import { RateChart } from '../charts.js';
import { basis, figure } from '../figure.js';
import { count, millis, percent, rate, UNKNOWN } from '../format.js';
import type { Conflicts, Evidence } from '../model.js';
import { ratesOf, type PageState } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { byCause, byRegion, byWorker, hotKeys, retries } from './contention.js';
import { waiting } from './placeholder.js';
import { timelines } from './timelines.js';

/** Contention on the truth store: every attempt, and what it cost. */
export class ConflictsView implements View {
  readonly id = 'conflicts';
  readonly title = 'Conflicts';
  private all = false;
  private readonly chart = new RateChart('chart-contention', [
    { label: 'conflicts', colour: '--outcome' },
    { label: 'failed attempts', colour: '--conflict' },
  ]);

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {
    this.chart.forget();
  }

  render(): TemplateResult {
    const { state } = this.host;
    return state.frame === undefined ? waiting(state) : this.content(state, state.frame.conflicts);
  }

  rendered(): void {
    const rates = ratesOf(this.host.state);
    this.chart.show([rates.seconds, rates.conflicts, rates.failedAttempts]);
  }

  private content(state: PageState, report: Conflicts): TemplateResult {
    return html`${totals(state, report)}
      <div class="columns wide-left">
        ${timelines(state, report.recent, this.all, () => {
          this.all = true;
          this.host.show();
        })}
        <div class="stack">
          ${chart()} ${retries(state, report)} ${byCause(state, report)}
        </div>
      </div>
      <div class="trio">
        ${hotKeys(state, report)} ${byWorker(state, report)} ${byRegion(state, report)}
      </div>`;
  }
}

function chart(): TemplateResult {
  return html`<section class="panel charts" aria-labelledby="contention-title">
    <h2 id="contention-title">Conflicts and failed attempts per second</h2>
    <div id="chart-contention" class="chart" role="img" aria-label="Conflicts and failed attempts per second over the last five minutes"></div>
    <span class="basis">derived · differences of cumulative counts, once a second</span>
  </section>`;
}

function totals(state: PageState, report: Conflicts): TemplateResult {
  const derived: Evidence = { ...report, kind: 'derived' };
  return html`<section class="panel conflicts" aria-labelledby="conflicts-title">
    <h2 id="conflicts-title">Contention on the truth store</h2>
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
      ${stat('attempts per commit', factor(report.attemptsPerCommit), 'Retry amplification: attempts of all operations, with trouble or without, divided by commits. 1 would be no retry at all.', derived, 'conflicts-amplification')}
      ${stat('wasted work', report.wastedWorkPercent == null ? UNKNOWN : percent(report.wastedWorkPercent), `Failed attempts, as a share of all attempts: ${count(report.wastedAttempts ?? report.failedAttempts)} failed.`, derived, 'conflicts-wasted')}
      ${stat('lost to waiting', report.backoffMillisTotal === undefined ? UNKNOWN : millis(report.backoffMillisTotal), 'The sum of all backoffs before a further attempt, over all operations.', report, 'conflicts-backoff')}
      ${stat('average retries', rate(report.averageRetries), 'Attempts after the first, for each operation that had trouble.', derived)}
    </dl>
    ${backoff(report)} ${basis(state, report)}
  </section>`;
}

function backoff({ backoff, ...report }: Conflicts): TemplateResult | typeof nothing {
  if (backoff === undefined || backoff.p50Millis === null) {
    return nothing;
  }
  const evidence: Evidence = { ...report, kind: 'derived', sampleSize: backoff.sampleSize };
  const one = (value: number | null, of: string): TemplateResult =>
    figure(millis(value), `${of} of the backoffs were at most this long.`, evidence);
  return html`<p class="note">
    One backoff: p50 ${one(backoff.p50Millis, 'Half')}, p95 ${one(backoff.p95Millis, '95 per cent')},
    p99 ${one(backoff.p99Millis, '99 per cent')}
  </p>`;
}

function stat(label: string, value: string, meaning: string, evidence: Evidence, id = ''): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${figure(value, meaning, evidence, '', id)}</dd>
  </div>`;
}

/** A factor near one needs its decimals. */
function factor(value: number | null | undefined): string {
  return value == null ? UNKNOWN : value.toFixed(2);
}
