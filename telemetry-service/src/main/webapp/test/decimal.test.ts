import { describe, expect, it } from 'vitest';
import { isNegative, isZero, sum, sumsByCurrency, text, units } from '../src/decimal.js';

describe('money as text', () => {
  it('is counted exactly where a float would round', () => {
    expect(sum(['0.1000', '0.2000'])).toBe('0.3000');
    expect(sum(['99999999999999.9999', '0.0001'])).toBe('100000000000000.0000');
    expect(sum(['9007199254740993.0001', '-9007199254740993.0000'])).toBe('0.0001');
  });

  it('is the same after it was read and written', () => {
    for (const amount of ['0.0000', '-0.0001', '12.3400', '-98765432109876.5432']) {
      expect(text(units(amount)!)).toBe(amount);
    }
  });

  it('gives no sum rather than a wrong one', () => {
    expect(sum(['1.0000', 'n/a'])).toBeUndefined();
    expect(sum(['1.00001'])).toBeUndefined();
    expect(units('1e3')).toBeUndefined();
    expect(units('')).toBeUndefined();
  });

  it('never adds two currencies', () => {
    const entries = [
      { amount: '-5.4000', currency: 'USD' },
      { amount: '5.4000', currency: 'USD' },
      { amount: '0.0001', currency: 'EUR' },
    ];
    expect(sumsByCurrency(entries)).toEqual([
      { currency: 'EUR', sum: '0.0001' },
      { currency: 'USD', sum: '0.0000' },
    ]);
  });

  it('knows its sign', () => {
    expect(isZero('-0.0000')).toBe(true);
    expect(isZero('0.0001')).toBe(false);
    expect(isNegative('-0.0001')).toBe(true);
    expect(isNegative('-0.0000')).toBe(false);
  });
});
