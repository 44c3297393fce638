import { html, nothing, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { amount, count, millis, rate, UNKNOWN, words } from '../format.js';
import type { Cost, CostSide, Evidence } from '../model.js';
import type { PageState } from '../state.js';
import { bar } from './bar.js';
import { absent } from './placeholder.js';

const LABELS: Record<string, string> = {
  WRITE_UNITS: 'DynamoDB write units',
  TRUTH_ROWS: 'DSQL rows written',
  TRUTH_COMMITS: 'DSQL commits',
};

/** What the exchange costs beside what it would cost if every bid were a row in the truth store. */
export function cost(state: PageState, cost: Cost | undefined): TemplateResult {
  return html`<section class="panel cost" aria-labelledby="cost-title">
    <h2 id="cost-title">What 10,000 bids cost</h2>
    ${cost === undefined ? absent('what the bids cost') : meter(state, cost)}
  </section>`;
}

function meter(state: PageState, cost: Cost): TemplateResult {
  const { actual, counterfactual } = cost;
  const names = actual.perTenThousandBids.map((line) => line.name).filter((name) => name !== 'TOTAL');
  const evidence = (side: CostSide): Evidence => ({ ...cost, kind: side.kind });
  const cells = (value: (side: CostSide) => string, meaning: (side: CostSide) => string): TemplateResult[] =>
    [actual, counterfactual].map(
      (side) => html`<td class="number">${figure(value(side), meaning(side), evidence(side))}</td>`,
    );
  return html`${totals(cost)}
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="sr">Per 10,000 bids</span></th>
          <th scope="col" class="number">as built <span class="kind">${actual.kind}</span></th>
          <th scope="col" class="number">every bid a row <span class="kind">${counterfactual.kind}</span></th>
        </tr>
      </thead>
      <tbody>
        ${names.map(
          (name) => html`<tr>
            <th scope="row">${LABELS[name] ?? words(name)}</th>
            ${cells(
              (side) => counted(side, name),
              (side) => `${LABELS[name] ?? words(name)} per 10,000 bids; at list prices ${priced(side, name, cost)}.`,
            )}
          </tr>`,
        )}
        <tr>
          <th scope="row">until a bid is durable</th>
          ${cells((side) => fineMillis(side.latencyMillis), () => 'Mean time until one bid is durable this way.')}
        </tr>
        <tr>
          <th scope="row">conflicts</th>
          ${cells((side) => rate(side.conflictsPerTenThousandBids), (side) => side.conflictsWhy)}
        </tr>
      </tbody>
    </table>
    <p class="note">${cost.why}</p>
    ${cost.prices.length === 0
      ? nothing
      : html`<p class="note">List prices: ${cost.prices.map(priceText).join('; ')}.</p>`}
    ${basis(state, cost)}`;
}

/** The two totals, drawn to one scale. */
function totals(cost: Cost): TemplateResult {
  const actual = line(cost.actual, 'TOTAL')?.cost ?? null;
  const counterfactual = line(cost.counterfactual, 'TOTAL')?.cost ?? null;
  // Only for the lengths of the bars and for the factor: amounts themselves stay text.
  const [a, b] = [Number(actual ?? 0), Number(counterfactual ?? 0)];
  const factor = a > 0 && b > 0 ? b / a : null;
  const whole = Math.max(a, b);
  const side = (name: string, text: string | null, value: number, part: string, meaning: string, of: CostSide): TemplateResult =>
    html`<div class="total">
      <p>
        <b>${figure(text === null ? UNKNOWN : `${amount(text)} ${currency(cost)}`, meaning, { ...cost, kind: of.kind })}</b>
        <span>${name}</span>
      </p>
      ${bar([{ value, className: part }], whole)}
    </div>`;
  return html`<div class="totals">
    ${side('as built', actual, a, 'part-settled', 'Measured counts times list prices, for 10,000 bids.', cost.actual)}
    ${side('if every bid were a row in the truth store', counterfactual, b, 'part-rejected', 'Derived: the same bids, each one row and one commit in the truth store, at the same list prices.', cost.counterfactual)}
    ${factor === null ? nothing : html`<p class="factor">${figure(`${rate(factor)}×`, 'The second total divided by the first.', { ...cost, kind: 'derived' }, '', 'cost-factor')} <span>the price</span></p>`}
  </div>`;
}

function line(side: CostSide, name: string): CostSide['perTenThousandBids'][number] | undefined {
  return side.perTenThousandBids.find((each) => each.name === name);
}

function counted(side: CostSide, name: string): string {
  const value = line(side, name)?.count ?? null;
  return value === null ? UNKNOWN : value < 10 ? rate(value) : count(value);
}

function priced(side: CostSide, name: string, cost: Cost): string {
  const text = line(side, name)?.cost ?? null;
  return text === null ? 'not known' : `${amount(text)} ${currency(cost)}`;
}

/** A price may be in money, or in units that themselves have a price. */
export function priceText({ unit, price, currency }: Cost['prices'][number]): string {
  return unit.startsWith(currency) ? `${amount(price)} ${unit}` : `${amount(price)} ${currency} per ${unit}`;
}

/** A bid is durable in a few milliseconds: there, decimals matter. */
function fineMillis(value: number | null): string {
  return value === null || value >= 100 ? millis(value) : `${rate(value)} ms`;
}

function currency(cost: Cost): string {
  return cost.prices[0]?.currency ?? '';
}
