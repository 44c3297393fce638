import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ApiError, getJson, Poller, readable, sendJson } from '../api.js';
import { withQuery } from '../cursors.js';
import { words } from '../format.js';
import type { Incident, IncidentEvent, IncidentEventType } from '../model.js';
import { hrefOf } from '../router.js';
import { facts, moment } from '../sheet.js';
import type { ViewHost } from '../view.js';
import { loaded } from '../views/placeholder.js';
import { AsOf } from './asof.js';
import { ACTIONS, checkCommand, CommandIds, MAX_NAME, MAX_NOTE } from './forms.js';
import { incidentBadge } from './incidents.js';

const EVERY_MILLIS = 3_000;
const ACTOR_KEY = 'exchange.actor';

type Said = { text: string; wrong: boolean; field?: string };
type Typed = { actor: string; note: string; assignee: string };

/** One incident: what happened to it, and what can be done now. */
export class IncidentDesk {
  private incidentId = '';
  private typed: Typed = { actor: rememberedActor(), note: '', assignee: '' };
  private said: Said | undefined;
  private sending = false;
  private readonly ids = new CommandIds();
  private readonly asOf: AsOf;
  private readonly poller: Poller<Incident>;

  constructor(private readonly host: ViewHost) {
    this.asOf = new AsOf(host, 'incident', () => {
      this.said = undefined;
      this.poller.refresh();
      host.show();
    });
    this.poller = new Poller(
      (signal) => getJson<Incident>(withQuery(this.path(), { asOf: this.asOf.instant }), signal),
      EVERY_MILLIS,
      () => host.show(),
    );
  }

  private path(): string {
    return `/v1/incidents/${encodeURIComponent(this.incidentId)}`;
  }

  start(incidentId: string): void {
    if (incidentId !== this.incidentId) {
      this.poller.stop();
      this.poller.reset();
      this.asOf.reset();
      this.incidentId = incidentId;
      this.said = undefined;
      this.ids.forget();
      this.typed = { ...this.typed, note: '', assignee: '' };
    }
    this.poller.start();
  }

  stop(): void {
    this.poller.stop();
  }

  render(): TemplateResult {
    return html`<a class="back" href=${hrefOf('reliability')}>← All proofs and incidents</a>
      ${this.isBeforeItsTime() ? this.before() : this.found()}`;
  }

  /** Of a moment before the incident was opened there is nothing to show but the way back. */
  private isBeforeItsTime(): boolean {
    const { value } = this.poller;
    const error = value.state === 'failed' || value.state === 'stale' ? value.error : undefined;
    return this.asOf.instant !== undefined && error instanceof ApiError && error.status === 404;
  }

  private before(): TemplateResult {
    return html`<section class="panel" id="incident-before" aria-labelledby="incident-before-title">
      <h2 id="incident-before-title">This incident had not been opened by then</h2>
      ${this.asOf.render()}
    </section>`;
  }

  private found(): TemplateResult {
    return html`${loaded(this.poller.value, 'this incident', () => this.poller.refresh(), (incident) => this.page(incident))}`;
  }

  private page(incident: Incident): TemplateResult {
    return html`<section class="panel" id="incident" data-state=${incident.state} data-version=${incident.version} aria-labelledby="incident-title">
        <div class="panel-head">
          <h2 id="incident-title">${incident.title}</h2>
          ${incidentBadge(incident)}
        </div>
        ${facts([
          ['kind', words(incident.kind)],
          ['subject', subject(incident)],
          ['assigned to', incident.assignee ?? 'nobody'],
          ['opened (UTC)', moment(incident.openedAt)],
          ['last event (UTC)', moment(incident.lastAt)],
        ])}
        ${this.asOf.render()}
      </section>
      ${this.asOf.instant === undefined ? this.actions(incident) : nothing}
      <section class="panel" aria-labelledby="incident-events-title">
        <h2 id="incident-events-title">What happened</h2>
        ${events(incident.events ?? [])}
      </section>`;
  }

  private actions(incident: Incident): TemplateResult {
    const offered = incident.allowed.filter((type) => type !== 'OPENED') as (keyof typeof ACTIONS)[];
    return html`<section class="panel" id="incident-actions" aria-labelledby="incident-actions-title">
      <h2 id="incident-actions-title">What to do</h2>
      <form class="form" novalidate @submit=${(event: Event) => event.preventDefault()}>
        ${this.field('actor', 'Your name', MAX_NAME)}
        ${offered.includes('ASSIGNED') ? this.field('assignee', 'Assign to', MAX_NAME) : nothing}
        <label class="labelled wide"
          ><span>Note</span>
          <textarea
            id="incident-note"
            rows="2"
            maxlength=${MAX_NOTE}
            .value=${this.typed.note}
            aria-invalid=${this.said?.field === 'note' ? 'true' : nothing}
            @input=${(event: Event) => this.type('note', (event.target as HTMLTextAreaElement).value)}
          ></textarea>
        </label>
        <div class="buttons">
          ${offered.map(
            (type) =>
              html`<button
                type="button"
                class="do ${type === 'NOTED' || type === 'ASSIGNED' ? 'second' : ''}"
                data-type=${type}
                ?disabled=${this.sending}
                @click=${() => void this.send(type)}
              >
                ${ACTIONS[type]}
              </button>`,
          )}
        </div>
      </form>
      ${offered.length === 0 ? html`<p class="empty">Nothing can be done in this state.</p>` : nothing}
      ${this.said === undefined
        ? nothing
        : html`<p id="incident-said" class="said ${this.said.wrong ? 'wrong' : 'right'}" role=${this.said.wrong ? 'alert' : 'status'}>
            ${this.said.text}
          </p>`}
    </section>`;
  }

  private field(name: 'actor' | 'assignee', label: string, length: number): TemplateResult {
    return html`<label class="labelled"
      ><span>${label}</span>
      <input
        id="incident-${name}"
        maxlength=${length}
        autocomplete=${name === 'actor' ? 'name' : 'off'}
        .value=${this.typed[name]}
        aria-invalid=${this.said?.field === name ? 'true' : nothing}
        @input=${(event: Event) => this.type(name, (event.target as HTMLInputElement).value)}
    /></label>`;
  }

  private type(name: keyof Typed, text: string): void {
    this.typed = { ...this.typed, [name]: text };
  }

  private async send(type: IncidentEventType): Promise<void> {
    const checked = checkCommand(type, this.typed);
    if (!checked.ok) {
      this.said = { text: checked.message, wrong: true, field: checked.field };
      this.host.show();
      document.getElementById(`incident-${checked.field}`)?.focus();
      return;
    }
    rememberActor(checked.value.actor);
    const sentFor = this.incidentId;
    const eventId = this.ids.of({ incidentId: sentFor, ...checked.value });
    this.sending = true;
    this.said = undefined;
    this.host.show();
    let said: Said;
    try {
      await sendJson<Incident>('POST', `${this.path()}/events`, { eventId, ...checked.value });
      this.ids.forget();
      said = { text: `Done: ${ACTIONS[type as keyof typeof ACTIONS].toLowerCase()}.`, wrong: false };
    } catch (error) {
      said = { text: this.explain(error), wrong: true };
    }
    this.sending = false;
    if (sentFor === this.incidentId) {
      this.said = said;
      if (!said.wrong) {
        this.typed = { ...this.typed, note: '', assignee: '' };
      }
      this.poller.refresh();
    }
    this.host.show();
  }

  private explain(error: unknown): string {
    if (!(error instanceof ApiError)) {
      return readable(error);
    }
    if (error.status === 0) {
      return `${error.message} Whether it arrived is not known; pressed again, it happens once.`;
    }
    if (error.status >= 500) {
      return `${error.message} Pressed again, it happens once.`;
    }
    this.ids.forget();
    return error.status === 409
      ? `Somebody else was first, or it is not possible in this state: ${error.message} What is shown is the state now.`
      : error.message;
  }
}

/** What it is about, and where to look. */
function subject({ kind, subject: name }: Incident): TemplateResult {
  const places: Record<Incident['kind'], string | undefined> = {
    HOT_SLOT: hrefOf('auctions', name),
    CONFLICT_STORM: hrefOf('conflicts'),
    STALLED_SETTLEMENT: hrefOf('overview'),
    FAILED_RECONCILIATION: hrefOf('ledger'),
    DEAD_LETTER: undefined,
  };
  const place = places[kind];
  return place === undefined ? html`${name}` : html`<a href=${place}>${name}</a>`;
}

const TOLD: Record<IncidentEventType, string> = {
  OPENED: 'opened it',
  ACKNOWLEDGED: 'acknowledged it',
  ASSIGNED: 'assigned it',
  NOTED: 'noted',
  RESOLVED: 'resolved it',
  REOPENED: 'reopened it',
};

function events(all: readonly IncidentEvent[]): TemplateResult {
  return all.length === 0
    ? html`<p class="empty">It had not been opened by then.</p>`
    : html`<ol class="happenings" id="incident-events">
        ${all.map(
          (event) => html`<li data-type=${event.type}>
            <b>${event.actor}</b> ${TOLD[event.type]}${event.assignee === null || event.assignee === undefined
              ? nothing
              : html` to <b>${event.assignee}</b>`}
            <span class="quiet">${moment(event.at)} UTC, event ${event.version}</span>
            ${event.note === null || event.note === undefined ? nothing : html`<p class="note-text">${event.note}</p>`}
          </li>`,
        )}
      </ol>`;
}

function rememberedActor(): string {
  try {
    return window.localStorage.getItem(ACTOR_KEY) ?? '';
  } catch {
    // A browser may forbid it; then it is typed again.
    return '';
  }
}

function rememberActor(name: string): void {
  try {
    window.localStorage.setItem(ACTOR_KEY, name);
  } catch {
    // Then it is typed again the next time.
  }
}
