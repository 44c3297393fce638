import { html, nothing, type TemplateResult } from 'lit/html.js';
import { KNOBS, wrong, wrongSeed, type Draft, type Knob } from '../draft.js';
import { count } from '../format.js';
import type { Simulator } from '../model.js';
import { regionColours } from '../stack.js';
import { bar } from './bar.js';

/** What the form needs to know of the view, and what it tells it. */
export interface RunFormContext {
  /** Whether it was sent once: only then is it told what is wrong. */
  tried: boolean;
  busy: boolean;
  problem: string;
  change(change: Partial<Draft>): void;
  start(): void;
}

const TEXTS: Record<Knob, { label: string; hint: string }> = {
  bidsPerSecond: { label: 'Bids per second', hint: 'over all regions and auctions' },
  slots: { label: 'Slots at a time', hint: 'auctions that are open together' },
  contentionPercent: {
    label: 'Contention, per cent',
    hint: 'so many of the auctions close at one moment and are won by the same few advertisers',
  },
  seconds: { label: 'Seconds', hint: 'until the run ends by itself' },
};

export function runForm(simulator: Simulator, draft: Draft, context: RunFormContext): TemplateResult {
  return html`<form
    class="panel run-form"
    novalidate
    aria-labelledby="run-form-title"
    @submit=${(event: Event) => {
      event.preventDefault();
      context.start();
    }}
  >
    <h2 id="run-form-title">Start regional traffic</h2>
    <fieldset class="profiles">
      <legend>Profile</legend>
      ${simulator.profiles.map((profile) => card(profile, simulator.profiles, draft, context))}
    </fieldset>
    <div class="knobs">
      ${KNOBS.map((knob) => field(knob, simulator, draft, context))} ${seed(draft, context)}
    </div>
    ${context.problem === '' ? nothing : html`<p class="caution" role="alert">${context.problem}</p>`}
    <p class="send">
      <button type="submit" class="primary" ?disabled=${context.busy}>
        ${context.busy ? 'Starting …' : 'Start traffic'}
      </button>
      <span class="note">It can be stopped at any time.</span>
    </p>
  </form>`;
}

function card(
  profile: Simulator['profiles'][number],
  profiles: Simulator['profiles'],
  draft: Draft,
  context: RunFormContext,
): TemplateResult {
  const regions = Object.entries(profile.regions).sort(([, a], [, b]) => b - a);
  const colours = regionColours([...new Set(profiles.flatMap((each) => Object.keys(each.regions)))]);
  return html`<label class="profile">
    <input
      type="radio"
      name="profile"
      value=${profile.name}
      .checked=${profile.name === draft.profile}
      @change=${() => context.change({ profile: profile.name })}
    />
    <span class="profile-title">${profile.title}</span>
    ${bar(
      regions.map(([region, value]) => ({ value, className: `part-region region-${colours.get(region)}` })),
      100,
    )}
    <span class="shares">
      ${regions.map(
        ([region, value]) => html`<span><i class="swatch region-${colours.get(region)}"></i>${region} ${value} %</span>`,
      )}
    </span>
  </label>`;
}

function field(
  knob: Knob,
  simulator: Simulator,
  draft: Draft,
  context: RunFormContext,
): TemplateResult {
  const range = simulator.limits[knob];
  const { label, hint } = TEXTS[knob];
  const error = context.tried ? wrong(draft[knob], range) : '';
  const id = `run-${knob}`;
  const typed = (event: Event): void =>
    context.change({ [knob]: (event.target as HTMLInputElement).value });
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      type="number"
      inputmode="numeric"
      min=${range.min}
      max=${range.max}
      step="1"
      .value=${draft[knob]}
      aria-invalid=${error === '' ? 'false' : 'true'}
      aria-describedby="${id}-hint"
      @input=${typed}
    />
    <input
      type="range"
      min=${range.min}
      max=${range.max}
      .value=${draft[knob]}
      aria-label="${label}, as a slider"
      @input=${typed}
    />
    <small id="${id}-hint" class=${error === '' ? '' : 'error'}
      >${error === '' ? `${count(range.min)} to ${count(range.max)}; ${hint}` : `${label} ${error}.`}</small
    >
  </div>`;
}

function seed(draft: Draft, context: RunFormContext): TemplateResult {
  const error = context.tried ? wrongSeed(draft.seed) : '';
  return html`<div class="field">
    <label for="run-seed">Seed</label>
    <input
      id="run-seed"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      .value=${draft.seed}
      aria-invalid=${error === '' ? 'false' : 'true'}
      aria-describedby="run-seed-hint"
      @input=${(event: Event) => context.change({ seed: (event.target as HTMLInputElement).value })}
    />
    <small id="run-seed-hint" class=${error === '' ? '' : 'error'}
      >${error === '' ? 'the same seed makes the same bids; may be left empty' : `The seed ${error}, or empty.`}</small
    >
  </div>`;
}
