import { html, type TemplateResult } from 'lit/html.js';
import type { View, ViewHost } from '../view.js';
import { waiting } from './placeholder.js';
import { regions } from './regions.js';
import { slots, type SlotChoice } from './slots.js';

/** Where the bids come from and what became of them. */
export class TrafficView implements View {
  readonly id = 'traffic';
  readonly title = 'Traffic';
  private list: SlotChoice['list'] = 'recent';
  private all = false;

  constructor(private readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    const { state } = this.host;
    const { frame } = state;
    return frame === undefined
      ? waiting(state)
      : html`${regions(state, frame.overview)} ${slots(state, frame.overview, this.choice())}`;
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
