import type { TemplateResult } from 'lit/html.js';
import type { View, ViewHost } from '../view.js';
import { placeholder } from './placeholder.js';

/** Not built yet. */
export class AuctionsView implements View {
  readonly id = 'auctions';
  readonly title = 'Auctions';

  constructor(readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    return placeholder('Auctions', 'This view is being built.');
  }
}
