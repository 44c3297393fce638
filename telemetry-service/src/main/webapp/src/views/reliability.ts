import { html, type TemplateResult } from 'lit/html.js';
import { IncidentDesk } from '../reliability/incident.js';
import { IncidentList } from '../reliability/incidents.js';
import { ProofCards } from '../reliability/proofs.js';
import { ProofRunPage } from '../reliability/run.js';
import type { View, ViewHost } from '../view.js';

type Shown = 'all' | 'run' | 'incident';

/** Proofs that are measured on the click, and incidents that people work on. */
export class ReliabilityView implements View {
  readonly id = 'reliability';
  readonly title = 'Reliability';
  private shown: Shown = 'all';
  private readonly proofs: ProofCards;
  private readonly incidents: IncidentList;
  private readonly run: ProofRunPage;
  private readonly incident: IncidentDesk;

  constructor(host: ViewHost) {
    this.proofs = new ProofCards(host);
    this.incidents = new IncidentList(host);
    this.run = new ProofRunPage(host);
    this.incident = new IncidentDesk(host);
  }

  enter([kind, id]: string[]): void {
    this.leave();
    if (kind === 'proofs' && id !== undefined) {
      this.shown = 'run';
      this.run.start(id);
    } else if (kind === 'incidents' && id !== undefined) {
      this.shown = 'incident';
      this.incident.start(id);
    } else {
      this.shown = 'all';
      this.proofs.start();
      this.incidents.start();
    }
  }

  leave(): void {
    this.proofs.stop();
    this.incidents.stop();
    this.run.stop();
    this.incident.stop();
  }

  render(): TemplateResult {
    switch (this.shown) {
      case 'run':
        return this.run.render();
      case 'incident':
        return this.incident.render();
      case 'all':
        return html`${this.incidents.summary()} ${this.proofs.render()} ${this.incidents.render()}`;
    }
  }
}
