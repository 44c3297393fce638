import type { TemplateResult } from 'lit/html.js';
import type { View, ViewHost } from '../view.js';
import { placeholder } from './placeholder.js';

/** Not built yet. */
export class ReliabilityView implements View {
  readonly id = 'reliability';
  readonly title = 'Reliability';

  constructor(readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    return placeholder('Reliability', 'This view is being built.');
  }
}
