import { html, type TemplateResult } from 'lit/html.js';
import { getJson, known, Poller, readable, sendJson } from '../api.js';
import { firstDraft, requestOf, type Draft } from '../draft.js';
import type { SimulationRun, Simulator, TrafficRun } from '../model.js';
import type { View, ViewHost } from '../view.js';
import { loaded, placeholder } from './placeholder.js';
import { runForm } from './runform.js';
import { runningCard } from './running.js';
import { runHistory } from './runs.js';

const RUNNING_MILLIS = 1_000;
const IDLE_MILLIS = 5_000;
const HISTORY_MILLIS = 15_000;

/** Starts and stops regional traffic, and lists what was run. */
export class SimulatorView implements View {
  readonly id = 'simulator';
  readonly title = 'Simulator';
  private draft: Draft | undefined;
  private tried = false;
  private busy = false;
  private problem = '';
  private wasRunning: string | undefined;
  private openReport: string | undefined;

  private readonly simulator: Poller<Simulator> = new Poller(
    (signal) => getJson<Simulator>('/v1/simulator', signal),
    () => (known(this.simulator.value)?.running ? RUNNING_MILLIS : IDLE_MILLIS),
    () => this.arrived(),
  );
  private readonly runs = new Poller<SimulationRun[]>(
    (signal) => getJson('/v1/simulation-runs?limit=50', signal),
    HISTORY_MILLIS,
    () => this.host.show(),
  );

  constructor(private readonly host: ViewHost) {}

  enter(): void {
    this.simulator.start();
    this.runs.start();
  }

  leave(): void {
    this.simulator.stop();
    this.runs.stop();
  }

  render(): TemplateResult {
    return html`<p class="note lead">
        Simulated traffic goes in by the same door as any other and is counted in all figures of this
        page.
      </p>
      ${loaded(this.simulator.value, 'the simulator', () => this.simulator.refresh(), (simulator) => this.controls(simulator))}
      ${loaded(this.runs.value, 'earlier runs', () => this.runs.refresh(), (runs) =>
        runHistory(runs, this.openReport, (runId) => {
          this.openReport = runId;
          this.host.show();
        }),
      )}`;
  }

  private controls(simulator: Simulator): TemplateResult {
    const { running } = simulator;
    if (running !== null && running.state !== 'ENDED') {
      return runningCard(this.host.state, running, { busy: this.busy, problem: this.problem, stop: () => void this.stop() });
    }
    const ended =
      running === null ? '' : runningCard(this.host.state, running, { busy: true, problem: '', stop: () => {} });
    if (!simulator.enabled) {
      return html`${ended}${placeholder('The simulator is switched off here', simulator.whyNot ?? 'The service does not say why.')}`;
    }
    this.draft ??= firstDraft(simulator);
    return html`${ended}${runForm(simulator, this.draft, {
      tried: this.tried,
      busy: this.busy,
      problem: this.problem,
      change: (change) => {
        this.draft = { ...this.draft!, ...change };
        this.host.show();
      },
      start: () => void this.start(simulator),
    })}`;
  }

  private arrived(): void {
    const running = known(this.simulator.value)?.running;
    const now = running && running.state !== 'ENDED' ? running.runId : undefined;
    if (this.wasRunning !== undefined && now === undefined) {
      // What has just ended is among the earlier runs now.
      this.runs.refresh();
    }
    this.wasRunning = now;
    this.host.show();
  }

  private async start(simulator: Simulator): Promise<void> {
    const request = requestOf(this.draft!, simulator.limits);
    this.tried = true;
    if (request === undefined) {
      this.problem = '';
      this.host.show();
      document.querySelector<HTMLElement>('.run-form [aria-invalid="true"]')?.focus();
      return;
    }
    await this.ask(() => sendJson<TrafficRun>('POST', '/v1/simulator/runs', request));
  }

  private stop(): Promise<void> {
    return this.ask(() => sendJson<TrafficRun>('DELETE', '/v1/simulator/runs/current'));
  }

  private async ask(send: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.problem = '';
    this.host.show();
    try {
      await send();
    } catch (error) {
      this.problem = readable(error);
    }
    this.busy = false;
    this.simulator.refresh();
    this.host.show();
  }
}
