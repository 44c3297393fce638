import { html, nothing, type TemplateResult } from 'lit/html.js';
import { figure } from '../figure.js';
import { count, dateTime, duration } from '../format.js';
import type { Evidence, SimulationRun } from '../model.js';

const MAX_REPORT = 20_000;

/** The recorded runs, newest first. */
export function runHistory(
  runs: readonly SimulationRun[],
  open: string | undefined,
  toggle: (runId: string | undefined) => void,
): TemplateResult {
  return html`<section class="panel runs" aria-labelledby="runs-title">
    <h2 id="runs-title">Earlier runs</h2>
    ${runs.length === 0
      ? html`<p class="empty">No run has been recorded yet. A run is recorded when it ends.</p>`
      : html`<table class="plain-table stacks" role="table">
          <thead role="rowgroup">
            <tr role="row">
              ${['Started', 'What', 'Seed', 'Bids sent', 'Acknowledged', 'Slots', 'Took', 'Checks', 'Report'].map(
                (label, i) => html`<th role="columnheader" scope="col" class=${i > 1 && i < 7 ? 'number' : ''}>${label}</th>`,
              )}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${runs.map((run) => row(run, run.runId === open, toggle))}
          </tbody>
        </table>`}
    <span class="basis">simulated · n&nbsp;=&nbsp;${count(runs.length)} runs · as each was recorded</span>
  </section>`;
}

function row(
  run: SimulationRun,
  open: boolean,
  toggle: (runId: string | undefined) => void,
): TemplateResult {
  const evidence: Evidence = { kind: 'simulated', sampleSize: run.bidsSent, newestAt: run.finishedAt, ageSeconds: null };
  const seconds = (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000;
  return html`<tr role="row">
      <th role="rowheader" scope="row">${dateTime(run.startedAt)}</th>
      <td role="cell" data-label="What">${run.command}</td>
      <td role="cell" class="number" data-label="Seed">${run.seed}</td>
      <td role="cell" class="number" data-label="Bids sent">${figure(count(run.bidsSent), 'Bids that the simulator sent in this run.', evidence)}</td>
      <td role="cell" class="number" data-label="Acknowledged">${figure(count(run.bidsAcknowledged), `Bids that the exchange took; ${count(run.bidsSent - run.bidsAcknowledged)} it did not.`, evidence)}</td>
      <td role="cell" class="number" data-label="Slots">${count(run.slots)}</td>
      <td role="cell" class="number" data-label="Took">${seconds < 1 ? '< 1 s' : duration(seconds)}</td>
      <td role="cell" data-label="Checks"><span class="badge ${run.allHold ? 'holds' : 'broken'}">${run.allHold ? 'all hold' : 'not all hold'}</span></td>
      <td role="cell" data-label="Report">
        <button type="button" class="plain" aria-expanded=${open} aria-label="Report of the run of ${dateTime(run.startedAt)}" @click=${() => toggle(open ? undefined : run.runId)}>
          ${open ? 'hide' : 'show'}
        </button>
      </td>
    </tr>
    ${open
      ? html`<tr role="row" class="report">
          <td role="cell" colspan="9"><pre tabindex="0">${pretty(run.report)}</pre></td>
        </tr>`
      : nothing}`;
}

/** A report is mostly JSON, written without spaces. */
export function pretty(report: string): string {
  let text = report;
  try {
    text = JSON.stringify(JSON.parse(report), null, 2);
  } catch {
    // It is a text: shown as it is.
  }
  return text.length <= MAX_REPORT ? text : `${text.slice(0, MAX_REPORT)}\n… ${count(text.length - MAX_REPORT)} characters more; see /v1/simulation-runs`;
}
