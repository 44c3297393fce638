import type { TemplateResult } from 'lit/html.js';
import type { Frame } from './model.js';
import type { PageState } from './state.js';

/** One page of the page. Made once; only one is shown at a time. */
export interface View {
  /** The first step of its address, `#/{id}`. */
  readonly id: string;
  /** Its name in the navigation and its heading, which the shell writes. */
  readonly title: string;
  /** It is shown from now on, or its path has changed while it is shown. */
  enter(path: string[]): void;
  /** It is shown no more: it must not ask the service any further. */
  leave(): void;
  /** What stands below its heading; asked at least once a second while it is shown. */
  render(): TemplateResult;
  /** What `render` gave is in the document now: the place to draw charts. */
  rendered?(): void;
  /** The service's state has changed while the view is shown. It is rendered right after this. */
  frame?(frame: Frame): void;
}

/** What a view may ask of the page around it. */
export interface ViewHost {
  readonly state: PageState;
  /** Renders the view again: something that it shows has changed. */
  show(): void;
  /** Goes to an address such as `#/auctions/slot-7`; see `hrefOf`. */
  go(hash: string): void;
}
