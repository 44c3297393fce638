/**
 * Arithmetic on money as text. Amounts have at most four decimals; they are counted in
 * ten-thousandths, in integers without a limit, so that nothing is ever rounded.
 */

const DECIMALS = 4;
const FORM = /^(-?)(\d+)(?:\.(\d{1,4}))?$/;

/** Ten-thousandths of a unit; undefined if the text is no amount. */
export function units(text: string): bigint | undefined {
  const match = FORM.exec(text.trim());
  if (match === null) {
    return undefined;
  }
  const [, sign, whole = '0', decimals = ''] = match;
  const value = BigInt(whole + decimals.padEnd(DECIMALS, '0'));
  return sign === '-' ? -value : value;
}

/** With four decimals, as the services write amounts. */
export function text(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(DECIMALS + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`;
}

/** The exact sum; undefined if one of them is no amount, so that no wrong sum is ever shown. */
export function sum(amounts: readonly string[]): string | undefined {
  let total = 0n;
  for (const amount of amounts) {
    const value = units(amount);
    if (value === undefined) {
      return undefined;
    }
    total += value;
  }
  return text(total);
}

/** Sums by currency, currencies in order. */
export function sumsByCurrency(
  moneys: readonly { amount: string; currency: string }[],
): { currency: string; sum: string | undefined }[] {
  const currencies = [...new Set(moneys.map((money) => money.currency))].sort();
  return currencies.map((currency) => ({
    currency,
    sum: sum(moneys.filter((money) => money.currency === currency).map((money) => money.amount)),
  }));
}

export function isZero(amount: string): boolean {
  return units(amount) === 0n;
}

export function isNegative(amount: string): boolean {
  return (units(amount) ?? 0n) < 0n;
}
