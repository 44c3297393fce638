import { html, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { getJson, Poller } from '../api.js';
import { words } from '../format.js';
import { span } from '../instants.js';
import type { ProofRun } from '../model.js';
import { hrefOf } from '../router.js';
import { facts, moment } from '../sheet.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';
import { parametersOf, stateOfRun } from './proofs.js';
import { resultOf } from './result.js';

const EVERY_MILLIS = 1_000;

/** One run of a proof, followed until it is over. */
export class ProofRunPage {
  private runId = '';
  private readonly poller: Poller<ProofRun>;

  constructor(host: ViewHost) {
    this.poller = new Poller(
      (signal) => getJson<ProofRun>(`/v1/proofs/runs/${encodeURIComponent(this.runId)}`, signal),
      EVERY_MILLIS,
      () => {
        const run = this.poller.value;
        if (run.state === 'ready' && ['DONE', 'FAILED'].includes(run.value.state)) {
          this.poller.stop();
        }
        host.show();
      },
    );
  }

  start(runId: string): void {
    if (runId !== this.runId) {
      this.poller.stop();
      this.poller.reset();
      this.runId = runId;
    }
    this.poller.start();
  }

  stop(): void {
    this.poller.stop();
  }

  render(): TemplateResult {
    return html`<a class="back" href=${hrefOf('reliability')}>← All proofs and incidents</a>
      ${loaded(this.poller.value, 'this run', () => this.poller.refresh(), (run) => page(run))}`;
  }
}

function page(run: ProofRun): TemplateResult {
  const took =
    run.startedAt === null || run.finishedAt === null
      ? null
      : span(Date.parse(run.finishedAt) - Date.parse(run.startedAt));
  return html`<section class="panel proof-page" id="proof-run" data-kind=${run.kind} data-state=${run.state} aria-labelledby="run-title">
    <div class="panel-head">
      <h2 id="run-title">Proof: ${words(run.kind)}</h2>
      ${stateOfRun(run)}
    </div>
    ${facts([
      ['asked for (UTC)', moment(run.requestedAt)],
      ['with', parametersOf(run)],
      ['took', took],
      ['run', html`<code>${run.runId}</code>`],
    ])}
    ${guard([run.runId, run.state], () => resultOf(run))}
  </section>`;
}
