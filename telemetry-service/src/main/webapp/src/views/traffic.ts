import { html, type TemplateResult } from 'lit/html.js';
import { RateChart } from '../charts.js';
import type { Frame } from '../model.js';
import { regionLayers } from '../stack.js';
import { ratesOf, type PageState } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { hotSlots } from './hot.js';
import { waiting } from './placeholder.js';
import { regions } from './regions.js';
import { slots, type SlotChoice } from './slots.js';
import { verdicts } from './verdicts.js';

/** Where the bids come from and what became of them. */
export class TrafficView implements View {
  readonly id = 'traffic';
  readonly title = 'Traffic';
  private list: SlotChoice['list'] = 'recent';
  private all = false;
  private readonly byRegion = new RateChart('chart-regions', [], true);
  private readonly lost = new RateChart('chart-lost', [
    { label: 'late', colour: '--outcome' },
    { label: 'duplicate', colour: '--muted' },
    { label: 'rejected', colour: '--conflict' },
  ]);

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {
    this.byRegion.forget();
    this.lost.forget();
  }

  render(): TemplateResult {
    const { state } = this.host;
    return state.frame === undefined ? waiting(state) : this.content(state, state.frame);
  }

  rendered(): void {
    const rates = ratesOf(this.host.state);
    const layers = regionLayers(rates.byRegion);
    if (layers.length === 0) {
      this.byRegion.show([rates.seconds, rates.bids], [{ label: 'all regions', colour: '--region-1' }]);
    } else {
      this.byRegion.show(
        [rates.seconds, ...layers.map((layer) => layer.column)],
        layers.map(({ name, colour }) => ({ label: name, colour: `--region-${colour}` })),
      );
    }
    this.lost.show([rates.seconds, rates.late, rates.duplicates, rates.rejected]);
  }

  private content(state: PageState, { overview }: Frame): TemplateResult {
    const rates = ratesOf(state);
    return html`<div class="columns">
        <div class="stack">
          ${chart('chart-regions', 'Bids per second by region', 'Bids per second over the last five minutes, one layer for each region', Object.keys(rates.byRegion).length > 0, 'by region')}
          ${chart('chart-lost', 'Not counted, per second', 'Late, duplicate and rejected bids per second over the last five minutes', rates.late.some((value) => value !== null), 'second by second')}
        </div>
        <div class="stack">${regions(state, overview)} ${verdicts(state, overview)}</div>
      </div>
      ${hotSlots(state, overview)} ${slots(state, overview, this.choice())}`;
  }

  private choice(): SlotChoice {
    return {
      list: this.list,
      all: this.all,
      choose: (list) => {
        this.list = list;
        this.host.show();
      },
      showAll: () => {
        this.all = true;
        this.host.show();
      },
    };
  }
}

function chart(id: string, title: string, says: string, known: boolean, unknown: string): TemplateResult {
  return html`<section class="panel charts" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <div id=${id} class="chart" role="img" aria-label=${says}></div>
    <span class="basis"
      >derived · differences of cumulative counts, once a second${known ? '' : ` · not known ${unknown} yet`}</span
    >
  </section>`;
}
