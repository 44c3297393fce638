import { isZero, sum, units } from '../decimal.js';
import type { Reconciliation, StatementLine } from '../sources.js';

/**
 * Whether each balance is the one before plus the entry, exactly.
 *
 * @param before the balance before the first line; undefined if it stands on another page
 * @returns null if a balance is not shown or no amount
 */
export function addsUp(lines: readonly StatementLine[], before: string | undefined): boolean | null {
  let balance = before === undefined ? undefined : units(before);
  for (const line of lines) {
    const [amount, shown] = [units(line.amount.amount), units(line.balance?.amount ?? '')];
    if (amount === undefined || shown === undefined) {
      return null;
    }
    if (balance !== undefined && balance + amount !== shown) {
      return false;
    }
    balance = shown;
  }
  return true;
}

export interface CurrencyTrial {
  currency: string;
  lines: Reconciliation['trialBalance'];
  entries: number;
  /** Undefined if a sum could not be read. */
  total: string | undefined;
  balanced: boolean;
}

/** The trial balance by currency, each with its exact total. */
export function trials(lines: Reconciliation['trialBalance']): CurrencyTrial[] {
  const currencies = [...new Set(lines.map((line) => line.currency))].sort();
  return currencies.map((currency) => {
    const own = lines.filter((line) => line.currency === currency);
    const total = sum(own.map((line) => line.sum));
    return {
      currency,
      lines: own,
      entries: own.reduce((all, line) => all + line.entries, 0),
      total,
      balanced: total !== undefined && isZero(total),
    };
  });
}
