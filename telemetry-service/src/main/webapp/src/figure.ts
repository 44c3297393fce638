import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ago, count } from './format.js';
import type { Evidence } from './model.js';
import { ageOf, type PageState } from './state.js';

/** A number that can be asked what it means, what it rests on and how old it is. */
export function figure(
  value: string,
  meaning: string,
  evidence: Evidence,
  className = '',
  id = '',
): TemplateResult {
  return html`<button
    type="button"
    class="figure ${className}"
    id=${id || nothing}
    data-meaning=${meaning}
    data-kind=${evidence.kind}
    data-n=${count(evidence.sampleSize)}
    data-at=${evidence.newestAt ?? ''}
    >${value}</button
  >`;
}

/** What a panel's figures rest on, in its corner. */
export function basis(state: PageState, evidence: Evidence): TemplateResult {
  return html`<span class="basis"
    >${evidence.kind} · n&nbsp;=&nbsp;${count(evidence.sampleSize)} ·
    ${ago(ageOf(state, evidence.newestAt))}</span
  >`;
}
