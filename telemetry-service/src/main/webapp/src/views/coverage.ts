import { html, nothing, type TemplateResult } from 'lit/html.js';
import { count, dateTime } from '../format.js';
import type { Overview } from '../model.js';

/** Figures that are not exact must say so. */
export function inexact({ coverage }: Overview): TemplateResult | typeof nothing {
  const unreadable = Object.entries(coverage.unreadable).map(([topic, n]) => `${count(n)} on ${topic}`);
  const reasons = [
    unreadable.length === 0 ? '' : `Records that could not be read: ${unreadable.join(', ')}.`,
    coverage.cutShort === 0 ? '' : `${count(coverage.cutShort)} unfinished slots or operations did not fit.`,
    ...(coverage.notKnown ?? []),
  ].filter((reason) => reason !== '');
  if (coverage.exact && reasons.length === 0) {
    return nothing;
  }
  return html`<div class="caution" role="note">
    <p>The totals lack something. ${reasons.join(' ')}</p>
  </div>`;
}

/** What the totals rest on, after a restart too. */
export function origins({ coverage }: Overview): TemplateResult | typeof nothing {
  const { since, fromTruthStore } = coverage;
  if (since === undefined || fromTruthStore === undefined) {
    return nothing;
  }
  const topics = Object.entries(since).map(
    ([topic, at]) => `${topic} ${at === null ? 'from the beginning' : `since ${dateTime(at)}`}`,
  );
  return html`<p class="note origins">
    ${topics.length === 0 ? nothing : html`Counted from the topics: ${topics.join(', ')}.`}
    ${fromTruthStore.length === 0 ? nothing : html`Completed from the truth store: ${fromTruthStore.join(', ')}.`}
  </p>`;
}
