import { render } from 'lit/html.js';
import { ago } from './format.js';
import { Live } from './live.js';
import { parseRoute } from './router.js';
import { ageOf, initialState, type PageState } from './state.js';
import { installTooltip } from './tooltip.js';
import type { View, ViewHost } from './view.js';
import { HEADING_ID, shell, type ShellActions } from './views/shell.js';

/** Holds the views together: shows one of them, by the address, and keeps it moving. */
export class App implements ViewHost {
  readonly state: PageState = initialState();
  private readonly views: readonly View[];
  private readonly live: Live;
  private readonly refreshTooltip = installTooltip((at) => ago(ageOf(this.state, at)));
  private shown: View;
  private started = false;

  private readonly actions: ShellActions = {
    retry: () => this.live.retryNow(),
    skip: (event) => {
      event.preventDefault();
      focusHeading();
    },
  };

  /**
   * @param makers make the views in the order of the navigation; the first is shown if the address
   *     names none
   */
  constructor(
    private readonly root: HTMLElement,
    makers: readonly ((host: ViewHost) => View)[],
  ) {
    this.views = makers.map((make) => make(this));
    this.shown = this.views[0]!;
    this.live = new Live('/v1/live', {
      frame: (frame) => {
        this.state.frame = frame;
        this.state.series.add(frame.samples);
        this.shown.frame?.(frame);
        this.show();
      },
      history: (samples) => this.state.series.add(samples),
      clock: (at) => {
        this.state.clockOffset = Date.parse(at) - Date.now();
      },
      connection: (connection) => {
        this.state.connection = connection;
        this.show();
      },
    });
  }

  start(): void {
    window.addEventListener('hashchange', () => this.route());
    this.route();
    this.started = true;
    this.show();
    revealCurrent();
    this.live.start();
    // Ages grow and charts move on even if nothing is sent.
    window.setInterval(() => this.show(), 1_000);
  }

  show(): void {
    if (!this.started) {
      return;
    }
    render(shell(this.state, this.views, this.shown, this.actions), this.root);
    this.shown.rendered?.();
    this.refreshTooltip();
  }

  go(hash: string): void {
    window.location.hash = hash;
  }

  private route(): void {
    const route = parseRoute(
      window.location.hash,
      this.views.map((view) => view.id),
    );
    if (route === undefined) {
      window.location.replace(`#/${this.views[0]!.id}`);
      return;
    }
    const next = this.views.find((view) => view.id === route.view)!;
    const moved = next !== this.shown;
    if (moved) {
      this.shown.leave();
      this.shown = next;
    }
    document.title = `${next.title} · Quant Edge Exchange`;
    next.enter(route.path);
    this.show();
    this.settleFocus(moved);
  }

  /** Whoever navigates lands on the heading; within a view only if what had the focus is gone. */
  private settleFocus(moved: boolean): void {
    if (!this.started) {
      return;
    }
    if (moved) {
      window.scrollTo(0, 0);
      focusHeading();
    } else if (document.activeElement === null || document.activeElement === document.body) {
      focusHeading();
    }
    revealCurrent();
  }
}

/** On a narrow page the navigation scrolls by itself. */
function revealCurrent(): void {
  document.querySelector('nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

function focusHeading(): void {
  document.getElementById(HEADING_ID)?.focus();
}
