import { html, svg, type TemplateResult } from 'lit/html.js';

export interface Part {
  value: number;
  className: string;
}

/**
 * A bar of parts, drawn as SVG because the page allows no inline style. Decoration: the numbers
 * stand beside it as text.
 */
export function bar(parts: readonly Part[], whole: number): TemplateResult {
  let x = 0;
  const rects = parts.map((part) => {
    const width = whole === 0 ? 0 : (1000 * part.value) / whole;
    // What is there at all must be seen, however small.
    const shown = part.value > 0 ? Math.max(width, 3) : 0;
    const rect = svg`<rect class=${part.className} x=${x} y="0" width=${shown} height="10"></rect>`;
    x += shown;
    return rect;
  });
  return html`<svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="bar-rest" x="0" y="0" width="1000" height="10"></rect>
    ${rects}
  </svg>`;
}
