import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Part } from '../model.js';
import { verdict } from '../sheet.js';
import { body } from './way.js';

/** A part of the story: its heading, its source, and what the source says, or why it says nothing. */
export function part<T>(
  id: string,
  title: string,
  from: Part | undefined,
  show: (value: T) => TemplateResult,
): TemplateResult {
  return html`<section class="panel part" id=${id} aria-labelledby="${id}-title">
    <div class="panel-head">
      <h2 id="${id}-title">${title}</h2>
      ${from === undefined ? nothing : html`<span class="source">${from.source}</span>`}
    </div>
    ${content(from, show)}
  </section>`;
}

function content<T>(from: Part | undefined, show: (value: T) => TemplateResult): TemplateResult {
  const value = body<T>(from);
  if (value !== undefined) {
    return html`${show(value)} ${lacking(from)}`;
  }
  if (from?.status === 'UNAVAILABLE') {
    return html`<p class="note unavailable" role="note">
      ${verdict(null, '', '', 'Not known.')} ${from.why ?? 'The source does not answer.'}
    </p>`;
  }
  return html`<p class="empty">${from?.why ?? 'There is nothing about this slot.'}</p>`;
}

/** What a part lacks although it is known; nothing if it is whole. */
export function lacking(from: Part | undefined): TemplateResult | typeof nothing {
  return from?.status !== 'KNOWN' || from.why === null || from.why === undefined
    ? nothing
    : html`<p class="note unavailable" role="note">${from.why}</p>`;
}
