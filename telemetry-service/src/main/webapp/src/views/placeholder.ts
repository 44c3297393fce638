import { html, type TemplateResult } from 'lit/html.js';
import { readable, type Loaded } from '../api.js';
import type { PageState } from '../state.js';

/** In place of the live figures before there are any. */
export function waiting(state: PageState): TemplateResult {
  return state.connection.state === 'reconnecting'
    ? placeholder('No figures yet', 'The page goes on trying. See that telemetry-service runs: ./exchange status')
    : placeholder('Waiting for the first figures', 'They come within a second once the service answers.', true);
}

/** A panel that says why it shows nothing else. */
export function placeholder(title: string, text: string | TemplateResult, busy = false): TemplateResult {
  return html`<section class="panel placeholder" aria-busy=${busy ? 'true' : 'false'}>
    <h2>${title}</h2>
    <p>${text}</p>
  </section>`;
}

/** In place of a group of figures that the service does not give. */
export function absent(what: string): TemplateResult {
  return html`<p class="empty">It is not known ${what}: the service does not report it.</p>`;
}

/**
 * What was asked for, in any of its states. `what` names it in the middle of a sentence: "the
 * simulator". Stale values are shown under a note that says so.
 */
export function loaded<T>(
  value: Loaded<T>,
  what: string,
  retry: () => void,
  show: (value: T) => TemplateResult,
): TemplateResult {
  switch (value.state) {
    case 'loading':
      return placeholder(`Asking for ${what}`, 'It comes as soon as the service answers.', true);
    case 'failed':
      return html`<section class="panel placeholder" role="alert" aria-live="off">
        <h2>There is no answer about ${what}</h2>
        <p>${readable(value.error)}</p>
        <p><button type="button" class="plain" @click=${retry}>Try now</button></p>
      </section>`;
    case 'stale':
      return html`${staleNote(what, value.error, retry)}${show(value.value)}`;
    case 'ready':
      return show(value.value);
  }
}

function staleNote(what: string, error: unknown, retry: () => void): TemplateResult {
  return html`<div class="banner" role="alert" aria-live="off">
    <p>${readable(error)} What is shown about ${what} is the last that was known.</p>
    <button type="button" class="plain" @click=${retry}>Try now</button>
  </div>`;
}
