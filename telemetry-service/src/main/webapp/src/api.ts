/** How the page asks the service: bounded in time, and with errors that a person can read. */

const TIMEOUT_MS = 10_000;

/** What the service says about a request that failed (RFC 9457), or what the page found. */
export class ApiError extends Error {
  constructor(
    /** 0 if there was no answer at all. */
    readonly status: number,
    /** For programs: `NOT_FOUND`, `TRAFFIC_RUNNING`; `NO_ANSWER` and `TOO_SLOW` are the page's own. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

/** Asks for JSON. Fails with an {@link ApiError}, or with an AbortError if `signal` says so. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>('GET', path, undefined, signal);
}

/** Sends JSON (or nothing) and gives the answer. Fails as {@link getJson} does. */
export function sendJson<T>(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  return request<T>(method, path, body, undefined);
}

/** What went wrong, as a sentence. */
export function readable(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function request<T>(
  method: string,
  path: string,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
      signal: signal === undefined ? timeout : AbortSignal.any([signal, timeout]),
    });
    text = await answer.text();
  } catch (error) {
    if (signal?.aborted === true) {
      throw error;
    }
    throw timeout.aborted
      ? new ApiError(0, 'TOO_SLOW', `The service did not answer within ${TIMEOUT_MS / 1000} seconds.`)
      : new ApiError(0, 'NO_ANSWER', 'The service cannot be reached.');
  }
  if (!answer.ok) {
    throw problem(answer.status, text);
  }
  if (text === '') {
    return undefined as T;
  }
  const value = parsed(text);
  if (value === undefined) {
    throw new ApiError(answer.status, 'NOT_JSON', 'The service answered with something that is not JSON.');
  }
  return value as T;
}

/** The service's own words, if it spoke in problems; else what the status says. */
export function problem(status: number, text: string): ApiError {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null) {
    const { detail, title, code } = value as Record<string, unknown>;
    const words = typeof detail === 'string' && detail !== '' ? detail : title;
    if (typeof words === 'string' && words !== '') {
      return new ApiError(status, typeof code === 'string' ? code : `HTTP_${status}`, words);
    }
  }
  const message =
    status === 404
      ? 'The service does not offer this.'
      : `The service answered with status ${status} and no explanation.`;
  return new ApiError(status, status === 404 ? 'NOT_FOUND' : `HTTP_${status}`, message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Something that is asked for: not there yet, there, lost, or there but no longer confirmed. */
export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; at: number }
  | { state: 'failed'; error: unknown }
  | { state: 'stale'; value: T; at: number; error: unknown };

/** What is known, however old; undefined if nothing is. */
export function known<T>(loaded: Loaded<T>): T | undefined {
  return loaded.state === 'ready' || loaded.state === 'stale' ? loaded.value : undefined;
}

/** After a failure, what was known stays, and is called stale. */
export function failedAfter<T>(before: Loaded<T>, error: unknown): Loaded<T> {
  return before.state === 'ready' || before.state === 'stale'
    ? { state: 'stale', value: before.value, at: before.at, error }
    : { state: 'failed', error };
}

/**
 * Asks again and again, one request at a time, from `start` to `stop`, and not while the tab is
 * hidden. A poller may be started again; what it knew is still there then.
 */
export class Poller<T> {
  private current: Loaded<T> = { state: 'loading' };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;
  private running = false;
  private readonly onVisibility = (): void => {
    if (this.isHidden()) {
      clearTimeout(this.timer);
    } else {
      this.refresh();
    }
  };

  /**
   * @param everyMillis from one answer to the next question, or what says it after each answer; 0
   *     asks only at `start` and `refresh`
   * @param changed is called after every answer and failure
   */
  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly everyMillis: number | (() => number),
    private readonly changed: () => void,
  ) {}

  get value(): Loaded<T> {
    return this.current;
  }

  start(): void {
    if (this.running) {
      return;
    }
    this.running = true;
    globalThis.document?.addEventListener('visibilitychange', this.onVisibility);
    this.refresh();
  }

  /** Asks now and forgets the question that is under way. */
  refresh(): void {
    if (this.running) {
      void this.ask();
    }
  }

  /** Forgets what was known, for a question about something else. */
  reset(): void {
    this.current = { state: 'loading' };
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = undefined;
    globalThis.document?.removeEventListener('visibilitychange', this.onVisibility);
  }

  private async ask(): Promise<void> {
    clearTimeout(this.timer);
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    let next: Loaded<T>;
    try {
      next = { state: 'ready', value: await this.load(asking.signal), at: Date.now() };
    } catch (error) {
      next = failedAfter(this.current, error);
    }
    // Another question was asked, or none is wanted any more: this answer comes too late.
    if (this.asking !== asking) {
      return;
    }
    this.asking = undefined;
    this.current = next;
    this.schedule();
    this.changed();
  }

  private schedule(): void {
    const millis = typeof this.everyMillis === 'number' ? this.everyMillis : this.everyMillis();
    if (this.running && millis > 0 && !this.isHidden()) {
      this.timer = setTimeout(() => this.refresh(), millis);
    }
  }

  private isHidden(): boolean {
    return globalThis.document?.hidden === true;
  }
}
