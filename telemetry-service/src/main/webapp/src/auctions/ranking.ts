import { html, nothing, type TemplateResult } from 'lit/html.js';
import { count, UNKNOWN, words } from '../format.js';
import { hrefOf } from '../router.js';
import { facts, moment, money, sheet, type Column } from '../sheet.js';
import type { Explanation, LoggedBid, Money } from '../sources.js';

interface Candidate {
  rank: number;
  accountId: string;
  bid: LoggedBid | undefined;
  score: string | undefined;
  why: TemplateResult;
}

/** Why one account won and each other candidate did not, and what that one would have needed. */
export function rankingPart(explanation: Explanation): TemplateResult {
  const candidates = candidatesOf(explanation);
  return html`${candidates.length === 0 ? nothing : sheet('Candidates, best first', columns(explanation), candidates, { rowClass: (each) => (each.rank === 1 ? 'candidate winner' : 'candidate') })}
    ${explanation.story.length === 0
      ? nothing
      : html`<ol class="sentences">
          ${explanation.story.map((sentence) => html`<li>${sentence}</li>`)}
        </ol>`}
    ${verdicts(explanation)} ${sealed(explanation)}`;
}

function candidatesOf(explanation: Explanation): Candidate[] {
  const { winner } = explanation;
  const others = explanation.others.map((other) => ({
    rank: other.rank,
    accountId: other.bid.accountId,
    bid: other.bid,
    score: other.score,
    why: html`outranked ${by(other.decidedBy)} <span class="quiet">(${words(other.lossReason)}, OpenRTB ${other.openRtbCode})</span><br />
      ${needed(other.minToWin ?? undefined)}`,
  }));
  if (winner === null || winner === undefined) {
    return others;
  }
  const decided = winner.decidedBy;
  return [
    {
      rank: 1,
      accountId: winner.accountId,
      bid: winner.bid ?? undefined,
      score: winner.score ?? undefined,
      why: html`won${decided === null || decided === undefined ? nothing : html`, before the next ${by(decided)}`}`,
    },
    ...others,
  ];
}

function needed(least: Money | undefined): TemplateResult {
  return least === undefined
    ? html`no amount would have been enough with its quality`
    : html`would have won with ${money(least)}`;
}

/** In the evaluator's order of asking. */
function by(decider: string): string {
  const ways: Record<string, string> = {
    SCORE: 'by score',
    AMOUNT: 'by amount, at equal scores',
    ACCEPTED_EARLIER: 'by time, at equal amounts',
    SMALLER_BID_ID: 'by the order of ids, at equal amounts and times',
  };
  return ways[decider] ?? `by ${words(decider)}`;
}

function columns(explanation: Explanation): Column<Candidate>[] {
  const quality: Column<Candidate>[] =
    explanation.rules.ranking === 'QUALITY'
      ? [
          { label: 'Quality', number: true, cell: ({ bid }) => bid?.qualityScore ?? UNKNOWN },
          { label: 'Score', number: true, cell: ({ score }) => score ?? UNKNOWN },
        ]
      : [];
  return [
    {
      label: 'Candidate',
      cell: ({ rank, accountId }) =>
        html`<span class="rank">${rank}</span> <a href=${hrefOf('ledger', 'accounts', accountId)}>${accountId}</a>`,
    },
    { label: 'Bid', number: true, cell: ({ bid }) => (bid === undefined ? UNKNOWN : money(bid.price)) },
    ...quality,
    {
      label: 'From',
      cell: ({ bid }) =>
        bid === undefined ? UNKNOWN : html`${bid.region}<br /><span class="quiet">${moment(bid.acceptedAt)}</span>`,
    },
    { label: 'Why', cell: ({ why }) => why },
  ];
}

function verdicts(explanation: Explanation): TemplateResult | typeof nothing {
  return explanation.verdicts.length === 0
    ? nothing
    : html`<h3>What became of the bids</h3>
        <ul class="chips">
          ${explanation.verdicts.map(
            ({ verdict, count: n, reason, openRtbCode }) =>
              html`<li>
                <b>${count(n)}</b> ${words(verdict)}${reason === null || reason === undefined ? nothing : html`: ${words(reason)}`}
                ${openRtbCode === null || openRtbCode === undefined ? nothing : html`<span class="quiet">OpenRTB ${openRtbCode}</span>`}
              </li>`,
          )}
        </ul>`;
}

function sealed({ audience }: Explanation): TemplateResult | typeof nothing {
  return audience === 'OPERATOR'
    ? nothing
    : html`<p class="note">
        Shown as for: ${words(audience)}. Amounts and accounts are sealed; telemetry-service sees them
        with an operator’s key.
      </p>`;
}

const BASES: Record<string, string> = {
  OWN_BID: 'The winner pays its own bid: the slot is sold at first price.',
  FLOOR: 'The winner pays the floor: nothing that another account bid makes it more.',
  RUNNER_UP_AND_INCREMENT:
    'The winner pays the least that still outranks the best other account, plus the increment.',
  CAPPED_AT_OWN_BID:
    'The winner pays its own bid: the least that outranks the best other account, plus the increment, would be more.',
  UNNAMED_RUNNER_UP: 'The bid of another account made the price; the outcome does not name that one.',
};

/** How the price follows from the bids, step by step. */
export function pricePart({ winner, rules, others }: Explanation): TemplateResult {
  if (winner === null || winner === undefined) {
    return html`<p class="empty">There is no price: nobody won, or who won is sealed.</p>`;
  }
  const { clearingPrice, basis, leastToOutrank } = winner.price;
  return html`<p class="clearing">${money(clearingPrice)}</p>
    ${basis === null || basis === undefined ? nothing : html`<p>${BASES[basis] ?? words(basis)}</p>`}
    ${facts([
      ['pricing', words(rules.pricing)],
      ['floor', money(rules.floor)],
      ['best other bid', others[0] === undefined ? null : money(others[0].bid.price)],
      ['least that still wins', leastToOutrank === null || leastToOutrank === undefined ? null : money(leastToOutrank)],
      ['increment', money(rules.increment)],
      ['the winner’s own bid', winner.bid === null || winner.bid === undefined ? null : money(winner.bid.price)],
    ])}`;
}
