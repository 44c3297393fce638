import { describe, expect, it } from 'vitest';
import { hrefOf, parseRoute } from '../src/router.js';

const VIEWS = ['overview', 'auctions', 'ledger'];

describe('addresses', () => {
  it('name a view and a path within it', () => {
    expect(parseRoute('#/auctions/slot-7', VIEWS)).toEqual({ view: 'auctions', path: ['slot-7'] });
    expect(parseRoute('#/ledger/accounts/a/', VIEWS)).toEqual({ view: 'ledger', path: ['accounts', 'a'] });
  });

  it('lead to the first view if they name none, and nowhere if there is no such view', () => {
    for (const hash of ['', '#', '#/']) {
      expect(parseRoute(hash, VIEWS)).toEqual({ view: 'overview', path: [] });
    }
    expect(parseRoute('#/nothing', VIEWS)).toBeUndefined();
  });

  it('carry ids of any characters there and back', () => {
    for (const id of ['slot 7', 'a/b', 'ä?#%', '100%']) {
      expect(parseRoute(hrefOf('auctions', id), VIEWS)?.path).toEqual([id]);
    }
  });

  it('are taken as they stand if they are not well formed', () => {
    expect(parseRoute('#/auctions/100%', VIEWS)?.path).toEqual(['100%']);
  });
});
