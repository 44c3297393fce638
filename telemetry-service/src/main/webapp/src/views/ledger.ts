import type { TemplateResult } from 'lit/html.js';
import type { View, ViewHost } from '../view.js';
import { placeholder } from './placeholder.js';

/** Not built yet. */
export class LedgerView implements View {
  readonly id = 'ledger';
  readonly title = 'Settlements and ledger';

  constructor(readonly host: ViewHost) {}

  enter(): void {}

  leave(): void {}

  render(): TemplateResult {
    return placeholder('Settlements and ledger', 'This view is being built.');
  }
}
