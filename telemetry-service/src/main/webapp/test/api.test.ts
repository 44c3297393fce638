import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, getJson, known, Poller, problem, readable, sendJson } from '../src/api.js';

function answers(status: number, body: string): void {
  vi.stubGlobal('fetch', vi.fn(async () => new Response(body === '' ? null : body, { status })));
}

afterEach(() => vi.unstubAllGlobals());

describe('a question to the service', () => {
  it('gives what was answered', async () => {
    answers(200, '{"a":1}');
    expect(await getJson('/v1/x')).toEqual({ a: 1 });
    answers(202, '');
    expect(await sendJson('DELETE', '/v1/x')).toBeUndefined();
  });

  it('fails with the service’s own words', async () => {
    answers(409, '{"title":"Conflict","detail":"A run is under way.","code":"TRAFFIC_RUNNING"}');
    const error = await sendJson('POST', '/v1/x', {}).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 409, code: 'TRAFFIC_RUNNING', message: 'A run is under way.' });
  });

  it('fails with a sentence if there are no such words', async () => {
    expect(problem(502, '<html>').message).toBe('The service answered with status 502 and no explanation.');
    expect(problem(404, '')).toMatchObject({ code: 'NOT_FOUND', message: 'The service does not offer this.' });
    answers(200, '<html>');
    expect(readable(await getJson('/v1/x').catch((e: unknown) => e))).toMatch(/not JSON/);
    vi.stubGlobal('fetch', vi.fn(() => Promise.reject(new TypeError('Failed to fetch'))));
    expect(readable(await getJson('/v1/x').catch((e: unknown) => e))).toBe('The service cannot be reached.');
  });
});

describe('a poller', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('asks again after each answer, and keeps what it knew when the service fails', async () => {
    let count = 0;
    const load = vi.fn(async () => {
      if (++count === 2) {
        throw new ApiError(503, 'DOWN', 'It is down.');
      }
      return count;
    });
    const poller = new Poller<number>(load, 1_000, () => {});
    expect(poller.value.state).toBe('loading');
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(poller.value).toMatchObject({ state: 'ready', value: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.value).toMatchObject({ state: 'stale', value: 1 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(poller.value).toMatchObject({ state: 'ready', value: 3 });
    poller.stop();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('has failed if it never knew anything', async () => {
    const poller = new Poller<number>(() => Promise.reject(new Error('no')), 0, () => {});
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(poller.value.state).toBe('failed');
    expect(known(poller.value)).toBeUndefined();
  });

  it('does not take an answer to an older question for a newer one', async () => {
    const open: ((value: string) => void)[] = [];
    const poller = new Poller<string>(() => new Promise((resolve) => open.push(resolve)), 0, () => {});
    poller.start();
    poller.refresh();
    open[1]!('new');
    await vi.advanceTimersByTimeAsync(0);
    open[0]!('old');
    await vi.advanceTimersByTimeAsync(0);
    expect(known(poller.value)).toBe('new');
  });

  it('is silent while the tab is hidden, and asks when it is seen again', async () => {
    const document = Object.assign(new EventTarget(), { hidden: false });
    vi.stubGlobal('document', document);
    const load = vi.fn(async () => 1);
    const poller = new Poller<number>(load, 1_000, () => {});
    poller.start();
    await vi.advanceTimersByTimeAsync(0);
    document.hidden = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    document.hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(load).toHaveBeenCalledTimes(2);
    poller.stop();
  });
});
