import { html, nothing, type TemplateResult } from 'lit/html.js';
import { amount, count, millis, UNKNOWN } from '../format.js';
import type { ProofRun, ProofSide } from '../model.js';
import { sheet, verdict } from '../sheet.js';
import { longest } from './lanes.js';
import { timelineOf } from './timeline.js';

type Figure = ProofSide['figures'][number];

/** What a run measured: the guarded side, and beside it the same with the guard removed. */
export function resultOf(run: ProofRun): TemplateResult {
  return html`<p class="sentence">${run.sentence}</p>
    ${run.guarded === null && run.unguarded === null ? nothing : sides(run)}`;
}

function sides(run: ProofRun): TemplateResult {
  const scale = longest([run.guarded, run.unguarded]);
  return html`<div class="sides">
      ${side('guarded', 'As it is', run.guarded, scale)} ${side('unguarded', 'With the guard removed', run.unguarded, scale)}
      <div class="measured">${figures(run)}</div>
    </div>`;
}

function side(className: string, title: string, measured: ProofSide | null, scale: number): TemplateResult {
  if (measured === null) {
    return html`<div class="side ${className}">
      <h3>${title}</h3>
      <p class="empty">It was not run.</p>
    </div>`;
  }
  return html`<div class="side ${className}" data-holds=${measured.holds ? 'true' : 'false'}>
    <h3>${title}</h3>
    <p class="guard">${measured.guard}</p>
    <p>
      ${measured.guarded
        ? verdict(measured.holds, 'holds', 'does NOT hold')
        : verdict(!measured.holds, 'fails without it, as it must', 'holds even without it')}
    </p>
    <p>${measured.sentence}</p>
    ${timelineOf(measured, scale)}
  </div>`;
}

function figures({ guarded, unguarded }: ProofRun): TemplateResult | typeof nothing {
  const rows = pairs(guarded, unguarded);
  return rows.length === 0
    ? nothing
    : sheet<Pair>(
        'What was measured, with the guard and without it',
        [
          { label: 'Measured', cell: (row) => row.label },
          { label: 'As it is', number: true, cell: (row) => value(row.guarded) },
          { label: 'Guard removed', number: true, cell: (row) => value(row.unguarded) },
        ],
        rows,
      );
}

export interface Pair {
  label: string;
  guarded: Figure | undefined;
  unguarded: Figure | undefined;
}

/** The figures of both sides, line by line, in the order of the first that has them. */
export function pairs(guarded: ProofSide | null, unguarded: ProofSide | null): Pair[] {
  const byName = new Map<string, Pair>();
  for (const [which, measured] of [['guarded', guarded], ['unguarded', unguarded]] as const) {
    for (const figure of measured?.figures ?? []) {
      const pair = byName.get(figure.name) ?? { label: figure.label, guarded: undefined, unguarded: undefined };
      pair[which] = figure;
      byName.set(figure.name, pair);
    }
  }
  return [...byName.values()];
}

/** As the service wrote it, where it wrote it; money is never made a number. */
export function value(figure: Figure | undefined): string {
  if (figure === undefined) {
    return UNKNOWN;
  }
  if (figure.text !== null && figure.text !== undefined) {
    return figure.unit === 'money' && /^-?\d+(\.\d+)?( [A-Z]{3})?$/.test(figure.text) ? amount(figure.text) : figure.text;
  }
  if (figure.value === null || figure.unit === 'money') {
    return UNKNOWN;
  }
  return figure.unit === 'milliseconds' ? millis(figure.value) : count(figure.value);
}
