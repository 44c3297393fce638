import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ago, duration } from '../format.js';
import { ageOf, type PageState } from '../state.js';

export function header(state: PageState): TemplateResult {
  return html`<header class="top">
    <div class="brand">
      <h1>Quant Edge Exchange</h1>
      <p>Traffic is cheap. Truth is expensive.</p>
    </div>
    <div class="status" role="status">${pill(state)}</div>
  </header>`;
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
export function trouble(state: PageState, retry: () => void): TemplateResult | typeof nothing {
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
