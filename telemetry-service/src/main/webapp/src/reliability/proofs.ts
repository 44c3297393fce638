import { html, nothing, type TemplateResult } from 'lit/html.js';
import { guard } from 'lit/directives/guard.js';
import { getJson, known, Poller, readable, sendJson } from '../api.js';
import { Cursors, withQuery } from '../cursors.js';
import { words } from '../format.js';
import type { ProofKind, ProofName, ProofRun, ProofRuns, Proofs } from '../model.js';
import { hrefOf } from '../router.js';
import { moment, pager, sheet, verdict } from '../sheet.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';
import { checkParameters } from './forms.js';
import { resultOf } from './result.js';

/** While something runs or waits. */
const ACTIVE_MILLIS = 1_000;
/** The last runs come along, with their timelines: nobody needs them each second. */
const IDLE_MILLIS = 10_000;
const PAGE_ROWS = 10;

/** The proofs: what each asks and what guards it, a button that runs it, and what it measured last. */
export class ProofCards {
  private readonly typed = new Map<ProofName, Record<string, string>>();
  private readonly said = new Map<ProofName, { text: string; wrong: boolean; field?: string }>();
  private readonly sending = new Set<ProofName>();
  private readonly cursors = new Cursors();
  private readonly proofs: Poller<Proofs>;
  private readonly runs: Poller<ProofRuns>;
  private seen = '';
  private timer: number | undefined;

  constructor(private readonly host: ViewHost) {
    this.proofs = new Poller(
      (signal) => getJson<Proofs>('/v1/proofs', signal),
      0,
      () => {
        this.follow();
        this.askAgainSoon();
        host.show();
      },
    );
    this.runs = new Poller(
      (signal) =>
        getJson<ProofRuns>(withQuery('/v1/proofs/runs', { after: this.cursors.after, limit: PAGE_ROWS }), signal),
      0,
      () => host.show(),
    );
  }

  start(): void {
    this.proofs.start();
    this.runs.start();
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.proofs.stop();
    this.runs.stop();
  }

  private askAgainSoon(): void {
    const kinds = known(this.proofs.value)?.kinds ?? [];
    const isActive = kinds.some((kind) => kind.running !== null || kind.queued > 0);
    window.clearTimeout(this.timer);
    // A hidden page asks again when it is seen: the poller takes care of that.
    if (!document.hidden) {
      this.timer = window.setTimeout(() => this.proofs.refresh(), isActive ? ACTIVE_MILLIS : IDLE_MILLIS);
    }
  }

  /** The list of runs is asked for again when one began or ended. */
  private follow(): void {
    const kinds = known(this.proofs.value)?.kinds ?? [];
    const now = kinds.map((each) => [each.running, each.queued, each.last?.runId, each.last?.state].join(' ')).join();
    if (now !== this.seen) {
      const first = this.seen === '';
      this.seen = now;
      if (!first) {
        this.runs.refresh();
      }
    }
  }

  render(): TemplateResult {
    return html`${loaded(this.proofs.value, 'the proofs', () => this.proofs.refresh(), (proofs) => this.cards(proofs))}
    ${loaded(this.runs.value, 'former runs', () => this.runs.refresh(), (page) => this.former(page))}`;
  }

  private cards(proofs: Proofs): TemplateResult {
    return html`${proofs.enabled
      ? nothing
      : html`<p class="caution" role="note" id="proofs-off">
          Proofs cannot be run here: ${proofs.whyNot ?? 'an operator has not enabled them.'}
        </p>`}
      <div class="proofs">${proofs.kinds.map((kind) => this.card(kind, proofs.enabled))}</div>`;
  }

  private card(kind: ProofKind, enabled: boolean): TemplateResult {
    const title = `proof-${kind.kind}`;
    return html`<section class="panel proof" data-kind=${kind.kind} data-running=${kind.running ?? ''} aria-labelledby=${title}>
      <div class="panel-head">
        <h2 id=${title}>${kind.title}</h2>
        ${kind.last?.holds === null || kind.last?.holds === undefined
          ? nothing
          : verdict(kind.last.holds, 'proved', 'not proved')}
      </div>
      <p class="question">${kind.question}</p>
      <p class="note"><b>Guard:</b> ${kind.guard}</p>
      ${enabled && kind.available ? this.form(kind) : this.unavailable(kind, enabled)}
      <div class="last">${this.last(kind)}</div>
    </section>`;
  }

  private unavailable(kind: ProofKind, enabled: boolean): TemplateResult | typeof nothing {
    return enabled ? html`<p class="note why-not">It cannot be run here: ${kind.whyNot ?? 'no reason is given.'}</p>` : nothing;
  }

  private form(kind: ProofKind): TemplateResult {
    const said = this.said.get(kind.kind);
    const busy = this.sending.has(kind.kind);
    return html`<form class="form" novalidate @submit=${(event: Event) => this.run(event, kind)}>
        ${kind.parameters.map(
          ({ name, min, max, default: preset, meaning }) =>
            html`<label class="labelled" title=${meaning}
              ><span>${name}, ${min} to ${max}</span>
              <input
                name=${name}
                type="number"
                inputmode="numeric"
                min=${min}
                max=${max}
                step="1"
                .value=${this.typed.get(kind.kind)?.[name] ?? String(preset)}
                aria-invalid=${said?.field === name ? 'true' : nothing}
                @input=${(event: Event) => this.type(kind.kind, name, (event.target as HTMLInputElement).value)}
            /></label>`,
        )}
        <button class="do run" ?disabled=${busy}>Run</button>
        <p class="proof-progress" role="status">${progress(kind)}</p>
      </form>
      ${said === undefined
        ? nothing
        : html`<p class="said ${said.wrong ? 'wrong' : 'right'}" role=${said.wrong ? 'alert' : 'status'}>${said.text}</p>`}`;
  }

  private last(kind: ProofKind): TemplateResult {
    const { last } = kind;
    if (last === null) {
      return html`<p class="empty">It has not been run here yet.</p>`;
    }
    return html`<h3>
        Last run, ${moment(last.finishedAt ?? last.requestedAt)} UTC
        <a href=${hrefOf('reliability', 'proofs', last.runId)}>on a page of its own</a>
      </h3>
      ${guard([last.runId, last.state], () => resultOf(last))}`;
  }

  private type(kind: ProofName, name: string, text: string): void {
    this.typed.set(kind, { ...this.typed.get(kind), [name]: text });
  }

  private async run(event: Event, kind: ProofKind): Promise<void> {
    event.preventDefault();
    const name = kind.kind;
    const checked = checkParameters(kind, this.typed.get(name) ?? {});
    if (!checked.ok) {
      this.said.set(name, { text: checked.message, wrong: true, field: checked.field });
      this.host.show();
      return;
    }
    this.sending.add(name);
    this.said.delete(name);
    this.host.show();
    try {
      await sendJson<ProofRun>('POST', `/v1/proofs/${name}/runs`, checked.value);
    } catch (error) {
      this.said.set(name, { text: readable(error), wrong: true });
    }
    this.sending.delete(name);
    this.proofs.refresh();
    this.runs.refresh();
    this.host.show();
  }

  private former(page: ProofRuns): TemplateResult {
    return html`<section class="panel" id="proof-runs" aria-labelledby="proof-runs-title">
      <h2 id="proof-runs-title">Runs</h2>
      ${page.runs.length === 0 ? html`<p class="empty">No proof has been run yet.</p>` : table(page.runs)}
      ${pager(
        this.cursors.page,
        page.next !== null && page.next !== undefined,
        'the runs',
        () => this.turn(() => this.cursors.back()),
        () => this.turn(() => this.cursors.on(page.next!)),
      )}
    </section>`;
  }

  private turn(move: () => void): void {
    move();
    this.runs.refresh();
  }
}

function progress(kind: ProofKind): TemplateResult | typeof nothing {
  if (kind.running === null && kind.queued === 0) {
    return nothing;
  }
  const queued = kind.queued === 0 ? '' : `${kind.queued} in the queue`;
  return html`<span class=${kind.running === null ? 'queued' : 'running'}
    >${[kind.running === null ? '' : 'Running now', queued].filter((text) => text !== '').join(', ')}</span
  >`;
}

function table(runs: readonly ProofRun[]): TemplateResult {
  return sheet<ProofRun>(
    'Runs of proofs, newest first',
    [
      { label: 'Asked for (UTC)', cell: (run) => html`<a href=${hrefOf('reliability', 'proofs', run.runId)}>${moment(run.requestedAt)}</a>` },
      { label: 'Proof', cell: (run) => words(run.kind) },
      { label: 'With', cell: (run) => parametersOf(run) },
      { label: 'Result', cell: stateOfRun },
      { label: 'In words', cell: (run) => run.sentence },
    ],
    runs,
    { rowClass: () => 'proof-run' },
  );
}

export function parametersOf(run: ProofRun): string {
  const all = Object.entries(run.parameters).map(([name, value]) =>
    name === 'seed' ? `seed ${value}` : `${value} ${name}`,
  );
  all.sort((a, b) => Number(a.startsWith('seed')) - Number(b.startsWith('seed')));
  return all.length === 0 ? '–' : all.join(', ');
}

export function stateOfRun(run: ProofRun): TemplateResult {
  return run.state === 'DONE' && run.holds !== null
    ? verdict(run.holds, 'proved', 'not proved')
    : html`<span class="badge ${run.state.toLowerCase()}">${words(run.state)}</span>`;
}
