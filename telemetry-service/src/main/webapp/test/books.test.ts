import { describe, expect, it } from 'vitest';
import { Cursors, withQuery } from '../src/cursors.js';
import { dateTime, fromField, span, toField } from '../src/instants.js';
import { checkRange } from '../src/ledger/range.js';
import { addsUp, trials } from '../src/ledger/running.js';
import type { StatementLine } from '../src/sources.js';

const NOW = Date.parse('2026-03-02T00:00:00Z');

function line(amount: string, balance: string): StatementLine {
  return {
    entryId: balance,
    postingId: 'p',
    accountId: 'acme',
    kind: 'SALE_DEBIT',
    amount: { amount, currency: 'USD' },
    bookedAt: '2026-03-01T10:00:00Z',
    balance: { amount: balance, currency: 'USD' },
  };
}

describe('a statement', () => {
  it('adds up to the ten-thousandth', () => {
    const lines = [line('250.0000', '250.0000'), line('-5.4001', '244.5999')];
    expect(addsUp(lines, '0.0000')).toBe(true);
    expect(addsUp(lines, '0.0001')).toBe(false);
    expect(addsUp([lines[0]!, line('-5.4001', '244.6000')], '0.0000')).toBe(false);
  });

  it('continues on another page from the balance of its first line', () => {
    expect(addsUp([line('-1.0000', '41.0000'), line('-1.0000', '40.0000')], undefined)).toBe(true);
  });

  it('is not judged where a balance is not shown', () => {
    expect(addsUp([{ ...line('1.0000', '1.0000'), balance: null }], '0.0000')).toBeNull();
  });
});

describe('a trial balance', () => {
  it('is balanced by currency, exactly', () => {
    const [eur, usd] = trials([
      { currency: 'USD', accountType: 'ADVERTISER', entries: 2, sum: '244.6000' },
      { currency: 'EUR', accountType: 'ADVERTISER', entries: 1, sum: '0.0001' },
      { currency: 'USD', accountType: 'EXCHANGE', entries: 3, sum: '-244.6000' },
    ]);
    expect(eur).toMatchObject({ currency: 'EUR', total: '0.0001', balanced: false });
    expect(usd).toMatchObject({ currency: 'USD', total: '0.0000', entries: 5, balanced: true });
  });

  it('is not called balanced if a sum cannot be read', () => {
    const [odd] = trials([{ currency: 'USD', accountType: 'ADVERTISER', entries: 1, sum: '1E+30' }]);
    expect(odd).toMatchObject({ total: undefined, balanced: false });
  });
});

describe('the time that a statement is about', () => {
  it('is read as UTC', () => {
    expect(checkRange('2026-03-01T10:00', '2026-03-01T12:00:30', NOW)).toEqual({
      ok: true,
      range: { from: '2026-03-01T10:00:00.000Z', to: '2026-03-01T12:00:30.000Z' },
    });
    expect(checkRange('', '', NOW)).toEqual({ ok: true, range: {} });
  });

  it('is refused with the reason', () => {
    expect(checkRange('', '2026-03-03T00:00', NOW)).toMatchObject({ ok: false, field: 'to' });
    expect(checkRange('2026-03-01T12:00', '2026-03-01T12:00', NOW)).toMatchObject({ ok: false, field: 'from' });
    expect(checkRange('2026-03-03T00:00', '', NOW)).toMatchObject({ ok: false, field: 'from' });
    expect(checkRange('yesterday', '', NOW)).toMatchObject({ ok: false, field: 'from' });
    expect(checkRange('2026-02-31T00:00', '', NOW)).toMatchObject({ ok: false, field: 'from' });
  });
});

describe('instants', () => {
  it('are shown in UTC and go back into a field', () => {
    expect(dateTime('2026-03-01T10:05:00.017Z')).toBe('2026-03-01 10:05:00.017');
    expect(dateTime('soon')).toBe('soon');
    expect(fromField(toField('2026-03-01T10:05:07.017Z'))).toBe('2026-03-01T10:05:07.000Z');
    expect([240, 5_000, 12_440, 200_000].map(span)).toEqual(['240 ms', '5 s', '12.4 s', '3 min 20 s']);
  });
});

describe('the way through pages', () => {
  it('goes on and back to the first', () => {
    const cursors = new Cursors();
    cursors.on('a');
    cursors.on('b');
    expect([cursors.page, cursors.after]).toEqual([3, 'b']);
    cursors.back();
    expect([cursors.page, cursors.after]).toEqual([2, 'a']);
    cursors.first();
    expect([cursors.page, cursors.after]).toEqual([1, undefined]);
  });

  it('asks only for what is said', () => {
    expect(withQuery('/v1/slots', { query: 'a b&c', state: '', after: undefined, limit: 50 })).toBe(
      '/v1/slots?query=a+b%26c&limit=50',
    );
    expect(withQuery('/v1/slots', {})).toBe('/v1/slots');
  });
});
