import type { TemplateResult } from 'lit/html.js';
import type { View, ViewHost } from '../view.js';
import { placeholder } from './placeholder.js';

/** Not built yet. */
export class SimulatorView implements View {
  readonly id = 'simulator';
  readonly title = 'Simulator';

  constructor(readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    return placeholder('Simulator', 'This view is being built.');
  }
}
