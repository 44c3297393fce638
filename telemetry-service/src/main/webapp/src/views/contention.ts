import { html, nothing, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { count, share, words } from '../format.js';
import type { ConflictCounts, Conflicts } from '../model.js';
import { hrefOf } from '../router.js';
import type { PageState } from '../state.js';
import { bar } from './bar.js';
import { absent } from './placeholder.js';

/** The last column of the distribution stands for "10 or more". */
const MOST_RETRIES = 10;

/** How often operations had to try again. */
export function retries(state: PageState, report: Conflicts): TemplateResult {
  const distribution = report.retriesDistribution;
  const most = Math.max(1, ...(distribution ?? []).map((column) => column.operations));
  const all = (distribution ?? []).reduce((sum, column) => sum + column.operations, 0);
  return html`<section class="panel" aria-labelledby="retries-title">
    <h2 id="retries-title">Retries of an operation</h2>
    ${distribution === undefined
      ? absent('how the retries are distributed')
      : distribution.length === 0
        ? html`<p class="empty">No operation had to try again.</p>`
        : html`<ol class="histogram">
            ${distribution.map(
              ({ retries, operations }) => html`<li>
                ${figure(count(operations), `Operations with ${retriesText(retries)}: ${share(operations, all)} of those that had to try again.`, report)}
                ${column(operations, most)}
                <span>${retries}${retries >= MOST_RETRIES ? '+' : ''}</span>
              </li>`,
            )}
          </ol>`}
    ${basis(state, report)}
  </section>`;
}

/** "1 retry", "10 or more retries" */
export function retriesText(retries: number): string {
  if (retries >= MOST_RETRIES) {
    return `${MOST_RETRIES} or more retries`;
  }
  return retries === 1 ? '1 retry' : `${retries} retries`;
}

function column(value: number, most: number): TemplateResult {
  const height = value === 0 ? 0 : Math.max(2, (100 * value) / most);
  return html`<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
    <rect x="0" y=${100 - height} width="10" height=${height}></rect>
  </svg>`;
}

/** Why attempts failed, as the store said it. */
export function byCause(state: PageState, report: Conflicts): TemplateResult {
  const lines =
    report.byCauseAndCode?.map(({ cause, code, failedAttempts }) => ({
      label: code === '(none)' ? words(cause) : `${words(cause)} ${code}`,
      meaning: `Attempts that failed: ${words(cause)}, ${code === '(none)' ? 'the store gave no code' : `code ${code}`}.`,
      failedAttempts,
    })) ??
    Object.entries(report.byCause).map(([cause, failedAttempts]) => ({
      label: words(cause),
      meaning: `Attempts that failed: ${words(cause)}.`,
      failedAttempts,
    }));
  return html`<section class="panel" aria-labelledby="causes-title">
    <h2 id="causes-title">Why attempts failed</h2>
    ${lines.length === 0
      ? html`<p class="empty">No attempt has failed.</p>`
      : html`<ul class="bars">
          ${lines.map(
            (line) => html`<li>
              <span class="bar-label">${line.label}</span>
              ${figure(count(line.failedAttempts), `${line.meaning} ${share(line.failedAttempts, report.failedAttempts)} of all failed attempts.`, report)}
              ${bar([{ value: line.failedAttempts, className: 'part-rejected' }], report.failedAttempts)}
            </li>`,
          )}
        </ul>`}
    ${states(report)} ${basis(state, report)}
  </section>`;
}

function states(report: Conflicts): TemplateResult | typeof nothing {
  const states = Object.entries(report.bySqlState);
  return states.length === 0
    ? nothing
    : html`<p class="note">
        By SQLSTATE:
        ${states.map(
          ([sqlState, n], i) =>
            html`${i > 0 ? ', ' : ''}<code>${sqlState}</code> ${figure(count(n), `Failed attempts with SQLSTATE ${sqlState}.`, report)}`,
        )}
      </p>`;
}

/** What most is fought over. */
export function hotKeys(state: PageState, report: Conflicts): TemplateResult {
  const keys = report.hotKeys;
  const most = Math.max(1, ...(keys ?? []).map((key) => key.conflicts));
  return html`<section class="panel" aria-labelledby="keys-title">
    <h2 id="keys-title">Hot keys</h2>
    ${keys === undefined
      ? absent('what is fought over most')
      : keys.length === 0
        ? html`<p class="empty">Nothing is fought over.</p>`
        : html`<ul class="bars">
            ${keys.map(
              (key) => html`<li>
                <span class="bar-label"
                  >${key.kind === 'SLOT'
                    ? html`<a class="slot-id" href=${hrefOf('auctions', key.key)}>${key.key}</a>`
                    : html`<a class="slot-id" href=${hrefOf('ledger', 'accounts', key.key)}>${key.key}</a>`}
                  <small>${words(key.kind)}</small></span
                >
                ${figure(count(key.conflicts), `Conflicted operations that touched this ${words(key.kind)}.`, report)}
                ${bar([{ value: key.conflicts, className: 'part-rejected' }], most)}
              </li>`,
            )}
          </ul>`}
    ${basis(state, report)}
  </section>`;
}

export function byWorker(state: PageState, report: Conflicts): TemplateResult {
  return counts(state, report, 'workers', 'Workers', report.byWorker.map((line) => [line.worker, line]));
}

export function byRegion(state: PageState, report: Conflicts): TemplateResult {
  return counts(state, report, 'conflict-regions', 'Regions of the store', Object.entries(report.byRegion));
}

function counts(
  state: PageState,
  report: Conflicts,
  id: string,
  title: string,
  lines: readonly (readonly [string, ConflictCounts])[],
): TemplateResult {
  const head = (label: string): TemplateResult => html`<th scope="col" class="number">${label}</th>`;
  const cell = (value: number, meaning: string): TemplateResult =>
    html`<td class="number">${figure(count(value), meaning, report)}</td>`;
  return html`<section class="panel" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${lines.length === 0
      ? html`<p class="empty">No operation had trouble.</p>`
      : html`<table class="plain-table counts" id=${id}>
          <thead>
            <tr>
              <th scope="col"><span class="sr">Name</span></th>
              ${head('conflicts')} ${head('retries')} ${head('gave up')}
            </tr>
          </thead>
          <tbody>
            ${lines.map(
              ([name, line]) => html`<tr>
                <th scope="row">${name}</th>
                ${cell(line.conflicts, `Operations of which an attempt lost; ${count(line.resolved)} of them came to their end.`)}
                ${cell(line.retries, `Attempts after the first; ${count(line.failedAttempts)} attempts failed.`)}
                ${cell(line.exhausted, 'Operations that gave up; their slots stay in the log and are tried again.')}
              </tr>`,
            )}
          </tbody>
        </table>`}
    ${basis(state, report)}
  </section>`;
}
