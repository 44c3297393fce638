import { html, type TemplateResult } from 'lit/html.js';
import { figure } from '../figure.js';
import { rate } from '../format.js';
import type { Evidence, Frame } from '../model.js';
import { recentMean, type Rates } from '../series.js';
import { spark } from './spark.js';

/** Over how many seconds a rate of now is taken, and how many the little lines show. */
const WINDOW_SECONDS = 10;
const SPARK_SECONDS = 90;

interface Tile {
  id: string;
  label: string;
  meaning: string;
  tone: string;
  perSecond: number | null;
  column: readonly (number | null)[];
  evidence: Evidence;
}

/** What happens in this second, from bid to truth. */
export function pulse({ overview, conflicts }: Frame, rates: Rates): TemplateResult {
  const over = `over the last ${WINDOW_SECONDS} seconds`;
  const tile = (
    id: string,
    label: string,
    tone: string,
    column: readonly (number | null)[],
    meaning: string,
    group: Evidence,
  ): Tile => {
    const perSecond = recentMean(column, WINDOW_SECONDS);
    return { id, label, tone, meaning: `${meaning}, ${over}.`, column, perSecond, evidence: seen(group, perSecond) };
  };
  return html`<dl class="pulse">
    ${[
      {
        ...tile('bids-rate', 'bids in', 'traffic', rates.bids, 'Bids per second as the evaluators reported them', overview.bids),
        perSecond: overview.rate.bidsPerSecond,
        evidence: overview.rate,
      },
      tile('outcomes-rate', 'outcomes', 'outcome', rates.outcomes, 'Auctions decided per second', overview.outcomes),
      tile('settlements-rate', 'settlements', 'truth', rates.settlements, 'Slots per second that came to their end in the truth store: settled, rejected or unsold', overview.settlements),
      tile('conflicts-per-second', 'conflicts', 'conflict', rates.conflicts, 'Operations per second of which an attempt lost against somebody else', conflicts),
    ].map(shown)}
  </dl>`;
}

function seen(group: Evidence, perSecond: number | null): Evidence {
  return { ...group, kind: 'derived', sampleSize: Math.round((perSecond ?? 0) * WINDOW_SECONDS) };
}

function shown(tile: Tile): TemplateResult {
  return html`<div class="tile ${tile.tone}">
    <dt>${tile.label}<span class="unit">per second</span></dt>
    <dd>${figure(rate(tile.perSecond), tile.meaning, tile.evidence, '', tile.id)}</dd>
    <dd class="line">${spark(tile.column.slice(-SPARK_SECONDS), 4)}</dd>
  </div>`;
}
