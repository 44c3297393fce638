import { html, nothing, type TemplateResult } from 'lit/html.js';
import { dateTime, fromField } from '../instants.js';
import { serverNow } from '../state.js';
import type { ViewHost } from '../view.js';

/** Chooses an instant of the past to look at, or now. */
export class AsOf {
  private text = '';
  private wrong = '';
  private chosen: string | undefined;

  /**
   * @param name makes the ids of its parts
   * @param changed is called when another instant was chosen
   */
  constructor(
    private readonly host: ViewHost,
    private readonly name: string,
    private readonly changed: () => void,
  ) {}

  /** Undefined for now. */
  get instant(): string | undefined {
    return this.chosen;
  }

  reset(): void {
    this.text = '';
    this.wrong = '';
    this.chosen = undefined;
  }

  render(): TemplateResult {
    const id = `${this.name}-as-of`;
    return html`<form class="form as-of" novalidate @submit=${this.submitted}>
        <label class="labelled"
          ><span>As it was at (UTC)</span>
          <input
            id=${id}
            type="datetime-local"
            step="1"
            .value=${this.text}
            aria-invalid=${this.wrong === '' ? nothing : 'true'}
            @input=${(event: Event) => {
              this.text = (event.target as HTMLInputElement).value;
            }}
        /></label>
        <button class="do second">Look back</button>
        ${this.chosen === undefined
          ? nothing
          : html`<button type="button" class="do" @click=${this.now}>Back to now</button>`}
      </form>
      ${this.wrong === '' ? nothing : html`<p class="said wrong" role="alert">${this.wrong}</p>`}
      ${this.chosen === undefined
        ? nothing
        : html`<p class="note past" role="status">You look at the past, as it was at ${dateTime(this.chosen)} UTC.</p>`}`;
  }

  private readonly submitted = (event: Event): void => {
    event.preventDefault();
    const instant = fromField(this.text);
    if (instant === undefined) {
      this.say('Choose a date and a time first.');
    } else if (Date.parse(instant) > serverNow(this.host.state)) {
      this.say('That lies in the future; only the past is known.');
    } else {
      this.wrong = '';
      this.chosen = instant;
      this.changed();
    }
  };

  private readonly now = (): void => {
    this.reset();
    this.changed();
  };

  private say(text: string): void {
    this.wrong = text;
    this.host.show();
  }
}
