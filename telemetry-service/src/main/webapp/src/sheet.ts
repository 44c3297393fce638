import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isNegative } from './decimal.js';
import { amount } from './format.js';
import { dateTime } from './instants.js';

export interface Column<T> {
  label: string;
  /** To the right, as figures are compared. */
  number?: boolean;
  cell(row: T): unknown;
}

export interface SheetOptions<T> {
  id?: string;
  rowClass?: (row: T) => string;
  /** Rows below the others, such as sums: one cell for each column. */
  foot?: readonly (readonly unknown[])[];
}

/**
 * A table whose rows become cards where there is no room for columns, so that nothing ever scrolls
 * sideways. The first column names the row.
 *
 * @param caption what the table is, for those who do not see what stands around it
 */
export function sheet<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  options: SheetOptions<T> = {},
): TemplateResult {
  return html`<table class="sheet" role="table" id=${options.id ?? nothing}>
    <caption class="sr">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (column) =>
            html`<th role="columnheader" scope="col" class=${column.number === true ? 'number' : ''}>
              ${column.label}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => line(columns, columns.map((column) => column.cell(row)), options.rowClass?.(row) ?? ''))}
    </tbody>
    ${options.foot === undefined
      ? nothing
      : html`<tfoot role="rowgroup">
          ${options.foot.map((cells) => line(columns, cells, 'sum'))}
        </tfoot>`}
  </table>`;
}

function line<T>(columns: readonly Column<T>[], cells: readonly unknown[], className: string): TemplateResult {
  return html`<tr role="row" class=${className}>
    ${columns.map((column, i) => {
      const kind = column.number === true ? 'number' : '';
      return i === 0
        ? html`<th role="rowheader" scope="row" class=${kind}>${cells[0]}</th>`
        : html`<td role="cell" class=${kind} data-label=${column.label}>${cells[i] ?? nothing}</td>`;
    })}
  </tr>`;
}

/** An amount digit by digit, with its currency. */
export function money(value: { amount: string; currency: string }): TemplateResult {
  return html`<span class="money ${isNegative(value.amount) ? 'negative' : ''}"
    >${amount(value.amount)} <span class="unit">${value.currency}</span></span
  >`;
}

/** An instant in UTC, for people and for programs. */
export function moment(instant: string): TemplateResult {
  return html`<time class="moment" datetime=${instant}>${dateTime(instant)}</time>`;
}

/** Names and values; those without a value are left out. */
export function facts(entries: readonly (readonly [label: unknown, value: unknown])[]): TemplateResult {
  const known = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<dl class="facts">
    ${known.map(
      ([label, value]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

/** Whether something holds, never by colour alone. */
export function verdict(holds: boolean | null, yes: string, no: string, open = 'not known'): TemplateResult {
  const [className, mark, text] =
    holds === null ? ['open', '?', open] : holds ? ['yes', '✓', yes] : ['no', '✗', no];
  return html`<span class="verdict ${className}"><b aria-hidden="true">${mark}</b> ${text}</span>`;
}

/** To the page before and the next one; nothing if there is only one. */
export function pager(
  page: number,
  hasNext: boolean,
  what: string,
  back: () => void,
  on: () => void,
): TemplateResult | typeof nothing {
  if (page === 1 && !hasNext) {
    return nothing;
  }
  return html`<nav class="pager" aria-label="Pages of ${what}">
    <button type="button" class="plain" ?disabled=${page === 1} @click=${back}>Previous</button>
    <span>Page ${page}</span>
    <button type="button" class="plain" ?disabled=${!hasNext} @click=${on}>Next</button>
  </nav>`;
}
