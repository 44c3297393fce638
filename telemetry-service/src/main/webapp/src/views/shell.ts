import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ago, duration } from '../format.js';
import { hrefOf } from '../router.js';
import { ageOf, type PageState } from '../state.js';
import type { View } from '../view.js';

/** What the frame around the views can do. */
export interface ShellActions {
  retry(): void;
  skip(event: Event): void;
}

/** The heading that gets the focus when a view is entered. */
export const HEADING_ID = 'view-title';

/** Everything around the view that is shown. */
export function shell(
  state: PageState,
  views: readonly View[],
  shown: View,
  actions: ShellActions,
): TemplateResult {
  return html`<a class="skip" href=${hrefOf(shown.id)} @click=${actions.skip}>To the content</a>
    ${header(state, views, shown)} ${trouble(state, actions.retry)}
    <main class=${state.connection.state === 'live' ? '' : 'dimmed'}>
      <h1 id=${HEADING_ID} tabindex="-1">${shown.title}</h1>
      ${shown.render()}
    </main>
    ${footer()}`;
}

function header(state: PageState, views: readonly View[], shown: View): TemplateResult {
  return html`<header class="top">
    <div class="brand">
      <p class="name">Quant Edge Exchange</p>
      <p>Traffic is cheap. Truth is expensive.</p>
    </div>
    <nav aria-label="Views">
      <ul>
        ${views.map(
          (view) => html`<li>
            <a href=${hrefOf(view.id)} aria-current=${view === shown ? 'page' : nothing}>${view.title}</a>
          </li>`,
        )}
      </ul>
    </nav>
    <div class="status" role="status">${pill(state)}</div>
  </header>`;
}

function footer(): TemplateResult {
  return html`<footer>
    <p>
      Every number says on hover or focus what it means, what it rests on and how old it is. The
      same figures for programs: <a href="/v1/overview">/v1/overview</a>,
      <a href="/v1/conflicts">/v1/conflicts</a>, <a href="/q/openapi">/q/openapi</a>,
      <a href="/q/metrics">/q/metrics</a>.
    </p>
  </footer>`;
}

function pill(state: PageState): TemplateResult {
  const { connection, frame } = state;
  switch (connection.state) {
    case 'connecting':
      return html`<span class="pill connecting"><i></i>Connecting</span>`;
    case 'live':
      return frame !== undefined && !frame.rebuilt
        ? html`<span class="pill connecting"><i></i>Catching up with the log</span>`
        : html`<span class="pill live"><i></i>Live</span>${changed(state)}`;
    case 'stale':
      return html`<span class="pill stale"><i></i>Stale since ${seconds(Date.now() - connection.since)}</span>`;
    case 'reconnecting':
      return html`<span class="pill lost"><i></i>Reconnecting</span>${changed(state)}`;
  }
}

function seconds(milliseconds: number): string {
  return duration(Math.max(1, milliseconds / 1000));
}

function changed(state: PageState): TemplateResult | typeof nothing {
  return state.frame === undefined
    ? nothing
    : html`<span class="changed" aria-live="off"
        >last change ${ago(ageOf(state, state.frame.at))}</span
      >`;
}

/** What is wrong with the connection, and what can be done; nothing if all is well. */
function trouble(state: PageState, retry: () => void): TemplateResult | typeof nothing {
  const { connection } = state;
  if (connection.state === 'stale') {
    return banner(
      'The service has gone quiet. The figures below are the last it sent.',
      retry,
    );
  }
  if (connection.state === 'reconnecting') {
    const wait = Math.max(0, Math.ceil((connection.retryAt - Date.now()) / 1000));
    const kept = state.frame === undefined ? '' : ' The figures below are the last it sent.';
    return banner(
      `The live feed cannot be reached (attempt ${connection.attempt}); next attempt in ${wait} s.${kept}`,
      retry,
    );
  }
  return nothing;
}

function banner(text: string, retry: () => void): TemplateResult {
  return html`<div class="banner" role="alert" aria-live="off">
    <p>${text}</p>
    <button type="button" class="plain" @click=${retry}>Try now</button>
  </div>`;
}
