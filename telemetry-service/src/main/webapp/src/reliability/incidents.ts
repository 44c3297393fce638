import { html, nothing, type TemplateResult } from 'lit/html.js';
import { getJson, known, Poller } from '../api.js';
import { Cursors, withQuery } from '../cursors.js';
import { ago, count, UNKNOWN, words } from '../format.js';
import type { Incident, IncidentPage } from '../model.js';
import { hrefOf } from '../router.js';
import { pager, sheet } from '../sheet.js';
import { ageOf } from '../state.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';
import { AsOf } from './asof.js';

const STATES: readonly Incident['state'][] = ['OPEN', 'ACKNOWLEDGED', 'RESOLVED'];
const PAGE_ROWS = 15;
const EVERY_MILLIS = 3_000;

/** What needs a responder, by state; now, or as it was at an instant. */
export class IncidentList {
  private state: Incident['state'] | '' = '';
  private readonly cursors = new Cursors();
  private readonly poller: Poller<IncidentPage>;

  private readonly asOf: AsOf;

  constructor(private readonly host: ViewHost) {
    this.asOf = new AsOf(host, 'incidents', () => this.turn(() => this.cursors.first()));
    this.poller = new Poller(
      (signal) =>
        getJson<IncidentPage>(
          withQuery('/v1/incidents', {
            state: this.state,
            asOf: this.asOf.instant,
            after: this.cursors.after,
            limit: PAGE_ROWS,
          }),
          signal,
        ),
      EVERY_MILLIS,
      () => host.show(),
    );
  }

  start(): void {
    this.poller.start();
  }

  stop(): void {
    this.poller.stop();
  }

  /** How many wait for somebody, and the way to them. */
  summary(): TemplateResult | typeof nothing {
    const page = known(this.poller.value);
    if (page === undefined || this.asOf.instant !== undefined) {
      return nothing;
    }
    const [open, taken] = [page.counts.OPEN ?? 0, page.counts.ACKNOWLEDGED ?? 0];
    return html`<p class="incident-summary ${open > 0 ? 'urgent' : ''}">
      ${open + taken === 0
        ? 'No incident waits for anybody.'
        : html`<span><b>${count(open)}</b> open ${open === 1 ? 'incident' : 'incidents'}, <b>${count(taken)}</b> acknowledged.</span>`}
      <button type="button" class="plain" @click=${toIncidents}>To the incidents</button>
    </p>`;
  }

  render(): TemplateResult {
    return loaded(this.poller.value, 'the incidents', () => this.poller.refresh(), (page) => this.page(page));
  }

  private page(page: IncidentPage): TemplateResult {
    return html`<section class="panel" id="incidents" aria-labelledby="incidents-title">
      <div class="panel-head">
        <h2 id="incidents-title" tabindex="-1">Incidents</h2>
        <div class="choice" role="group" aria-label="Which incidents">
          ${this.choice('', 'All', page)} ${STATES.map((state) => this.choice(state, words(state), page))}
        </div>
      </div>
      ${page.incidents.length === 0 ? this.empty() : this.table(page.incidents)}
      ${pager(
        this.cursors.page,
        page.next !== null && page.next !== undefined,
        'the incidents',
        () => this.turn(() => this.cursors.back()),
        () => this.turn(() => this.cursors.on(page.next!)),
      )}
      ${this.asOf.render()}
    </section>`;
  }

  private choice(state: Incident['state'] | '', label: string, page: IncidentPage): TemplateResult {
    const n =
      state === '' ? Object.values(page.counts).reduce((sum, each) => sum + each, 0) : (page.counts[state] ?? 0);
    return html`<button
      type="button"
      aria-pressed=${this.state === state ? 'true' : 'false'}
      @click=${() => {
        this.state = state;
        this.turn(() => this.cursors.first());
      }}
    >
      ${label} ${count(n)}
    </button>`;
  }

  private empty(): TemplateResult {
    return html`<p class="empty">
      ${this.state === ''
        ? 'No incident: no conflict storm, hot slot, stalled settlement, dead letter or failed reconciliation was seen.'
        : `No incident is ${words(this.state)}.`}
    </p>`;
  }

  private table(incidents: readonly Incident[]): TemplateResult {
    return sheet<Incident>(
      'Incidents',
      [
        {
          label: 'Incident',
          cell: (each) =>
            html`<a href=${hrefOf('reliability', 'incidents', each.incidentId)}>${each.title}</a>
              <span class="quiet">${words(each.kind)}</span>`,
        },
        { label: 'State', cell: (each) => incidentBadge(each) },
        { label: 'Assigned to', cell: (each) => each.assignee ?? UNKNOWN },
        { label: 'Opened', number: true, cell: (each) => this.age(each.openedAt) },
        { label: 'Last event', number: true, cell: (each) => this.age(each.lastAt) },
      ],
      incidents,
      { rowClass: () => 'incident' },
    );
  }

  private age(instant: string): TemplateResult {
    return html`<span class="quiet" title=${instant}>${ago(ageOf(this.host.state, instant))}</span>`;
  }

  private turn(move: () => void): void {
    move();
    this.poller.refresh();
    this.host.show();
  }
}

function toIncidents(): void {
  document.getElementById('incidents')?.scrollIntoView({ block: 'start' });
  document.getElementById('incidents-title')?.focus({ preventScroll: true });
}

export function incidentBadge(incident: Incident): TemplateResult {
  return html`<span class="badge incident-${incident.state.toLowerCase()}">${words(incident.state)}</span>${incident.version > 1
      ? html` <span class="quiet">${incident.version} events</span>`
      : nothing}`;
}
