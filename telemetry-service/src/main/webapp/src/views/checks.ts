import { html, nothing, type TemplateResult } from 'lit/html.js';
import { basis, figure } from '../figure.js';
import { ago, grouped, words } from '../format.js';
import type { Check, Evidence, Overview } from '../model.js';
import { ageOf, type PageState } from '../state.js';
import { absent } from './placeholder.js';

const CLAIMS: Record<string, string> = {
  BIDS_ADD_UP: 'Every bid is accounted for',
  OUTCOMES_ADD_UP: 'Every outcome is settled, rejected or waiting',
  LEDGER_SUMS_TO_ZERO: 'The ledger sums to zero',
  BALANCES_ARE_SUMS_OF_ENTRIES: 'Every balance is the sum of its entries',
};

/** A check's name as a claim that may hold or not. */
export function claim(name: string): string {
  return CLAIMS[name] ?? words(name);
}

/** Sums that must come out, and whether they do. */
export function checks(state: PageState, { reconciliation }: Overview): TemplateResult {
  return html`<section class="panel checks" aria-labelledby="checks-title">
    <h2 id="checks-title">Do the sums come out?</h2>
    ${reconciliation === undefined || reconciliation.checks.length === 0
      ? absent('whether the sums come out')
      : html`<ul>
            ${reconciliation.checks.map((check) => line(state, check, reconciliation))}
          </ul>
          ${basis(state, reconciliation)}`}
  </section>`;
}

function line(state: PageState, check: Check, group: Evidence): TemplateResult {
  const [tone, verdict] =
    check.holds === null ? ['unknown', 'not known'] : check.holds ? ['holds', 'holds'] : ['broken', 'broken'];
  const evidence = { ...group, newestAt: check.checkedAt };
  return html`<li class="check ${tone}">
    <div class="check-head">
      <b>${claim(check.name)}</b>
      ${figure(verdict, check.why, evidence, `badge ${tone}`, `check-${check.name.toLowerCase()}`)}
    </div>
    <p>${check.why}</p>
    ${check.holds === null || check.left === ''
      ? nothing
      : html`<p class="compared">
          <span>${grouped(check.left)}</span>
          <i aria-label=${check.holds ? 'is' : 'is not'}>${check.holds ? '=' : '≠'}</i>
          <span>${grouped(check.right)}</span>
          ${!check.holds && check.difference !== null ? html`<b>difference ${grouped(check.difference)}</b>` : nothing}
        </p>`}
    ${check.checkedAt === null ? nothing : html`<span class="age">checked ${ago(ageOf(state, check.checkedAt))}</span>`}
  </li>`;
}
