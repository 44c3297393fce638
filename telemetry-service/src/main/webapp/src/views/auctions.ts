import { html, type TemplateResult } from 'lit/html.js';
import { getJson, Poller } from '../api.js';
import { SlotSearch } from '../auctions/list.js';
import { storyView } from '../auctions/story.js';
import { closedAt, isDecided, isUnknown, stateOf } from '../auctions/way.js';
import type { Story } from '../model.js';
import { hrefOf } from '../router.js';
import { serverNow } from '../state.js';
import type { View, ViewHost } from '../view.js';
import { loaded, placeholder } from './placeholder.js';

const EVERY_MILLIS = 5_000;
/** The store and the archive of conflicts follow a decision by seconds. */
const SETTLED_DOWN_MILLIS = 60_000;

/** Slots, and the whole story of one. */
export class AuctionsView implements View {
  readonly id = 'auctions';
  readonly title = 'Auctions';
  private slotId: string | undefined;
  private readonly search: SlotSearch;
  private readonly story: Poller<Story>;

  constructor(private readonly host: ViewHost) {
    this.search = new SlotSearch(host);
    this.story = new Poller(
      (signal) => getJson<Story>(`/v1/slots/${encodeURIComponent(this.slotId ?? '')}/story`, signal),
      EVERY_MILLIS,
      () => {
        this.rest();
        host.show();
      },
    );
  }

  enter(path: string[]): void {
    const [slotId] = path;
    if (slotId === undefined) {
      this.story.stop();
      this.search.start();
    } else {
      this.search.stop();
      this.follow(slotId);
    }
    this.slotId = slotId;
  }

  leave(): void {
    this.search.stop();
    this.story.stop();
  }

  render(): TemplateResult {
    if (this.slotId === undefined) {
      return this.search.render();
    }
    return html`<div class="story-top">
        <a class="back" href=${hrefOf('auctions')}>← All slots</a>
        <button type="button" class="plain" id="story-refresh" @click=${this.refresh}>Ask again</button>
      </div>
      ${loaded(this.story.value, `slot ${this.slotId}`, this.refresh, (story) =>
        isUnknown(story.parts) ? unknown(story.slotId) : storyView(story),
      )}`;
  }

  private follow(slotId: string): void {
    if (this.slotId !== slotId) {
      this.story.stop();
      this.story.reset();
      this.slotId = slotId;
    }
    this.story.start();
  }

  /** What was decided a while ago hardly changes, and is asked for again only on demand. */
  private rest(): void {
    const loadedNow = this.story.value;
    if (loadedNow.state !== 'ready') {
      return;
    }
    const { parts } = loadedNow.value;
    const closed = Date.parse(closedAt(parts) ?? '');
    const whole = Object.values(parts).every((part) => part.status !== 'UNAVAILABLE');
    if (whole && isDecided(stateOf(parts)) && serverNow(this.host.state) - closed > SETTLED_DOWN_MILLIS) {
      this.story.stop();
    }
  }

  private readonly refresh = (): void => {
    this.story.stop();
    this.story.start();
  };
}

function unknown(slotId: string): TemplateResult {
  return html`<div id="story-unknown">
    ${placeholder(
      `Nobody knows a slot ${slotId}`,
      'Intake, evaluation and settlement were asked, and telemetry remembers none of its traffic. It shows here once it is opened.',
    )}
  </div>`;
}
